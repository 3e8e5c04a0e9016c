import type { ComponentChildren } from 'preact';
import { session } from '../api/session';
import type { Account } from '../api/types';
import { nextHere } from '../router/router';
import { words } from '../words';
import { Empty } from './Notice';
import { useStore } from './store';

interface RequireProps {
  /** What signing in is good for here. */
  reason: string;
  children: (account: Account) => ComponentChildren;
}

/** A page for people who are signed in; the others learn why, and how. */
export function RequireSignIn({ reason, children }: RequireProps) {
  const now = useStore(session);
  if (now.state === 'in') return <>{children(now.account)}</>;
  if (now.state === 'unknown') return null;
  const next = nextHere();
  return (
    <Empty icon="person" title={words.signInFirst} hint={reason} testId="sign-in-first" main>
      <div class="empty__actions">
        <a class="button button--primary" href={`/login${next}`}>
          {words.signIn}
        </a>
        <a class="button" href={`/register${next}`}>
          {words.register}
        </a>
      </div>
    </Empty>
  );
}
