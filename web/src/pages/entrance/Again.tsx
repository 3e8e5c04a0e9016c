import { useRef, useState } from 'preact/hooks';
import { signOut } from '../../api/accounts';
import { problemOf } from '../../api/problem';
import { session } from '../../api/session';
import type { Account } from '../../api/types';
import { Avatar } from '../../parts/Avatar';
import { askForProof } from '../../parts/identity/ProofDialog';
import { useStore } from '../../parts/store';
import { usePlace } from '../../router/router';
import { tell } from '../../shell/toasts';
import { entrance as say } from '../../words/entrance';
import { Entrance } from './Entrance';

/**
 * Whether a program asked for a fresh sign-in (`?reauthenticate=1`) of somebody who was signed in when the page opened.
 * Whoever signs in on this page is fresh enough.
 */
export function useAskedAgain() {
  const { query } = usePlace();
  const now = useStore(session);
  const [proven, setProven] = useState(false);
  const was = useRef<boolean | undefined>(undefined);
  if (now.state !== 'unknown') was.current ??= now.state === 'in';
  const account = now.state === 'in' ? now.account : undefined;
  if (was.current && !account) was.current = false;
  const asking = query.get('reauthenticate') === '1' && was.current === true && !proven;
  return { asking, account, proven: () => setProven(true) };
}

export function Again({ account, onProven }: { account: Account; onProven: () => void }) {
  const prove = async (): Promise<void> => {
    if (await askForProof()) onProven();
  };
  const other = async (): Promise<void> => {
    try {
      await signOut();
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <Entrance title={say.again} hint={say.againHint} testId="login-again">
      <Avatar owner={account} size="l" />
      <p>
        <strong dir="auto">{account.displayName}</strong> @{account.username}
      </p>
      <div class="entrance__others">
        <button class="button button--primary button--wide" onClick={() => void prove()} data-testid="again-prove">
          {say.confirmIt}
        </button>
        <button class="button button--quiet" onClick={() => void other()} data-testid="again-other">
          {say.otherAccount}
        </button>
      </div>
    </Entrance>
  );
}
