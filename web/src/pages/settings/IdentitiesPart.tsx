import { providerAddress, registrationRules } from '../../api/identity/registration';
import { listIdentities, removeIdentity } from '../../api/identity/security';
import type { OtherIdentity } from '../../api/identity/types';
import { problemOf } from '../../api/problem';
import { Age } from '../../parts/Age';
import { Loaded } from '../../parts/identity/Loaded';
import { Item, Part } from '../../parts/identity/Part';
import { askForProof } from '../../parts/identity/ProofDialog';
import { ReturnedProblem } from '../../parts/identity/ReturnedProblem';
import { useLoaded } from '../../parts/identity/useLoaded';
import { tell } from '../../shell/toasts';
import { settings as say } from '../../words/settings';

/** Where else somebody signs in from; absent where nothing of the kind is set up. */
export function IdentitiesPart() {
  const identities = useLoaded(listIdentities);
  const providers = useLoaded(registrationRules).data?.providers ?? [];
  if (providers.length === 0 && !identities.data?.length) return null;
  const connected = new Set(identities.data?.map(one => one.provider));
  const disconnect = async (identity: OtherIdentity, name: string): Promise<void> => {
    try {
      await removeIdentity(identity.id);
      tell(say.security.disconnected(name));
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
    await identities.reload();
  };
  const connect = async (provider: string): Promise<void> => {
    // The browser itself goes to the provider, and cannot be asked on the way there.
    if (await askForProof()) location.assign(providerAddress(provider, '/settings/security'));
  };
  const action = providers
    .filter(one => !connected.has(one.id))
    .map(one => (
      <button key={one.id} class="button" onClick={() => void connect(one.id)} data-testid={`connect-${one.id}`}>
        {say.security.connect(one.name)}
      </button>
    ));
  return (
    <Part title={say.security.identities} hint={say.security.identitiesHint} action={action} testId="identities">
      <ReturnedProblem />
      <Loaded of={identities} failed={say.failed} testId="identities">
        {list =>
          list.length === 0 ? (
            <p class="soft">{say.security.noIdentities}</p>
          ) : (
            <ul class="items">
              {list.map(one => {
                const name = one.providerName ?? one.provider;
                return (
                  <Item
                    key={one.id}
                    id={one.id}
                    testId="identity"
                    title={name}
                    about={
                      <>
                        {one.name} · <Age time={one.createdAt} />
                      </>
                    }
                  >
                    <button class="button" onClick={() => void disconnect(one, name)} data-testid="identity-remove">
                      {say.security.disconnect}
                    </button>
                  </Item>
                );
              })}
            </ul>
          )
        }
      </Loaded>
    </Part>
  );
}
