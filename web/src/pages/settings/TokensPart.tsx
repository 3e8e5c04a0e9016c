import { useState } from 'preact/hooks';
import { listAccessTokens, revokeAccessToken } from '../../api/identity/programs';
import type { AccessToken } from '../../api/identity/types';
import { Age } from '../../parts/Age';
import { Confirm } from '../../parts/identity/Confirm';
import { Loaded } from '../../parts/identity/Loaded';
import { Item, Part } from '../../parts/identity/Part';
import { useLoaded } from '../../parts/identity/useLoaded';
import { tell } from '../../shell/toasts';
import { age } from '../../words/figures';
import { settings as say } from '../../words/settings';
import { TokenDialog } from './TokenDialog';

/** Tokens for scripts of one's own; revoking one asks first, because something stops working. */
export function TokensPart() {
  const tokens = useLoaded(listAccessTokens);
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<AccessToken>();
  const action = (
    <button class="button" onClick={() => setMaking(true)} data-testid="token-new">
      {say.apps.newToken}
    </button>
  );
  return (
    <Part title={say.apps.tokens} hint={say.apps.tokensHint} action={action} testId="tokens">
      <Loaded of={tokens} failed={say.failed} testId="tokens">
        {list =>
          list.length === 0 ? (
            <p class="soft" data-testid="tokens-empty">
              {say.apps.noTokens}
            </p>
          ) : (
            <ul class="items">
              {list.map(token => (
                <Item
                  key={token.id}
                  id={token.id}
                  testId="token"
                  title={<span dir="auto">{token.name}</span>}
                  about={<TokenFacts token={token} />}
                >
                  <button class="button" onClick={() => setRevoking(token)} data-testid="token-revoke">
                    {say.revoke}
                  </button>
                </Item>
              ))}
            </ul>
          )
        }
      </Loaded>
      {making && <TokenDialog onClose={() => setMaking(false)} onMade={tokens.reload} />}
      {revoking && (
        <Confirm
          title={say.apps.revokeToken}
          testId="token-revoke-dialog"
          act={say.revoke}
          onClose={() => setRevoking(undefined)}
          onConfirm={async () => {
            await revokeAccessToken(revoking.id);
            tell(say.apps.tokenRevoked);
            await tokens.reload();
          }}
        >
          <p>{say.apps.revokeTokenHint(revoking.name)}</p>
        </Confirm>
      )}
    </Part>
  );
}

function TokenFacts({ token }: { token: AccessToken }) {
  const over = token.expiresAt && Date.parse(token.expiresAt) < Date.now();
  return (
    <>
      {token.scopes.join(', ')}
      {token.expiresAt && ` · ${over ? say.apps.ended : `${say.apps.expiresAt} ${age(token.expiresAt)}`}`}
      {token.lastUsedAt && (
        <>
          {' · '}
          {say.security.lastUsed} <Age time={token.lastUsedAt} />
        </>
      )}
    </>
  );
}
