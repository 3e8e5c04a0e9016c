import { listGrants, listScopes, revokeGrant } from '../../api/identity/programs';
import type { Grant } from '../../api/identity/types';
import { problemOf } from '../../api/problem';
import { Age } from '../../parts/Age';
import { Loaded } from '../../parts/identity/Loaded';
import { Item, Part } from '../../parts/identity/Part';
import { useLoaded } from '../../parts/identity/useLoaded';
import { tell } from '../../shell/toasts';
import { settings as say } from '../../words/settings';

/** Taking access back works at once: who wants it again allows it again. */
export function GrantsPart() {
  const grants = useLoaded(listGrants);
  const scopes = useLoaded(listScopes);
  const described = new Map(scopes.data?.map(scope => [scope.name, scope.description]));
  const revoke = async (grant: Grant): Promise<void> => {
    try {
      await revokeGrant(grant.id);
      tell(say.apps.grantRevoked(grant.client.name));
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
    await grants.reload();
  };
  return (
    <Part title={say.apps.grants} hint={say.apps.grantsHint} testId="grants">
      <Loaded of={grants} failed={say.failed} testId="grants">
        {list =>
          list.length === 0 ? (
            <p class="soft" data-testid="grants-empty">
              {say.apps.noGrants}
            </p>
          ) : (
            <ul class="items">
              {list.map(grant => (
                <Item
                  key={grant.id}
                  id={grant.id}
                  testId="grant"
                  title={<span dir="auto">{grant.client.name}</span>}
                  about={
                    <>
                      {grant.scopes.map(scope => described.get(scope) ?? scope).join(', ')}
                      {grant.grantedAt && (
                        <>
                          {' · '}
                          {say.apps.given} <Age time={grant.grantedAt} />
                        </>
                      )}
                    </>
                  }
                >
                  <button
                    class="button"
                    aria-label={say.apps.revokeOf(grant.client.name)}
                    onClick={() => void revoke(grant)}
                    data-testid="grant-revoke"
                  >
                    {say.revoke}
                  </button>
                </Item>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Part>
  );
}
