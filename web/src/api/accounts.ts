import { call, newKey } from './call';
import { Problem } from './problem';
import { accessGranted, COOKIE_SESSION, mayRenew, session, signedIn, signedOut } from './session';
import type { Account, Registration } from './types';

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

export async function signIn(login: string, password: string): Promise<void> {
  const body = { login, password };
  const granted = await call<{ expiresIn?: number }>('POST', '/sessions', {
    body,
    headers: COOKIE_SESSION,
    idempotencyKey: newKey(),
  });
  accessGranted(granted.expiresIn);
  signedIn(await call<Account>('GET', '/me'));
}

/** Creates the account and signs in. */
export async function register(registration: Registration, idempotencyKey: string): Promise<void> {
  await call<Account>('POST', '/accounts', { body: registration, idempotencyKey });
  await signIn(registration.username, registration.password);
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
