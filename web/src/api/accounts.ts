import { call } from './call';
import { Problem } from './problem';
import { mayRenew, session, signedIn, signedOut } from './session';
import type { Account } from './types';

/** Finds out who is signed in; never fails for want of a session. */
export async function recogniseVisitor(): Promise<void> {
  try {
    signedIn(await call<Account>('GET', '/me'));
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.status === 401) signedOut();
    // The server did not answer: whoever has a session keeps it for when it does.
    else session.set({ state: 'out' });
  }
}

export async function signOut(): Promise<void> {
  try {
    if (mayRenew()) await call<void>('DELETE', '/sessions/current');
  } catch (thrown) {
    // A session that is over already is as good as one that was ended.
    if (!(thrown instanceof Problem && thrown.status === 401)) throw thrown;
  }
  signedOut();
}
