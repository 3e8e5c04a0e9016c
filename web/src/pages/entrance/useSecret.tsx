import { useState } from 'preact/hooks';
import { Empty } from '../../parts/Notice';
import { currentPlace } from '../../router/router';
import { entrance as say } from '../../words/entrance';

/** Secrets of this visit by page: who has to sign in first, and comes back, still has what the link carried. */
const kept = new Map<string, string>();

/** What the link from a letter carried to this page. */
export function useSecret(name: 'token' | 'ticket'): string | undefined {
  const [secret] = useState(() => {
    const { path, secrets } = currentPlace();
    const carried = secrets.get(name);
    if (carried) kept.set(path, carried);
    return carried ?? kept.get(path);
  });
  return secret;
}

/** The secret did its work. */
export function forgetSecret(): void {
  kept.delete(currentPlace().path);
}

export function NoSecret() {
  return <Empty icon="link" title={say.noToken} hint={say.noTokenHint} testId="no-token" main />;
}
