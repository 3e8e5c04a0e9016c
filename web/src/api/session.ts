import { createStore } from '../parts/store';
import { memory } from '../parts/memory';
import { readProblem } from './problem';
import type { Account } from './types';

/**
 * Who is signed in. The tokens are in cookies that no script can read; what is remembered here is only that there is a
 * session, and when its access ends, so that it is renewed before a request goes out as nobody's.
 */
export type Session = { state: 'unknown' } | { state: 'out' } | { state: 'in'; account: Account };

export const session = createStore<Session>({ state: 'unknown' });

export const COOKIE_SESSION = { 'X-Socialflow-Session': 'cookie', 'X-Socialflow-Csrf': '1' };

/** Milliseconds before its end that access is renewed: longer than a request takes to arrive. */
const RENEW_EARLY = 30_000;

/** Milliseconds. When an answer does not say how long access lasts, renew about this often. */
const LIFETIME_UNKNOWN = 5 * 60_000;

/** The end of access, as epoch milliseconds; absent when nobody is signed in. Shared by all tabs. */
const accessEnds = memory<number>('session');

/** Notes that the server has set or renewed the cookies for so many seconds. */
export function accessGranted(expiresIn: number | undefined): void {
  accessEnds.set(Date.now() + (expiresIn ? expiresIn * 1000 : LIFETIME_UNKNOWN));
}

export function signedIn(account: Account): void {
  if (accessEnds.get() === undefined) accessGranted(undefined);
  session.set({ state: 'in', account });
}

export function signedOut(): void {
  accessEnds.clear();
  session.set({ state: 'out' });
}

export function mayRenew(): boolean {
  return accessEnds.get() !== undefined;
}

/** Renews access when it is about to end. Costs nothing otherwise. */
export async function keepAccess(): Promise<void> {
  const ends = accessEnds.get();
  if (ends !== undefined && Date.now() > ends - RENEW_EARLY) await renew();
}

let renewing: Promise<boolean> | undefined;

/** Exchanges the refresh cookie; false when the session is over. One at a time, over all tabs: each works once only. */
export function renew(): Promise<boolean> {
  const known = accessEnds.get();
  renewing ??= exclusively(() => exchange(known)).finally(() => (renewing = undefined));
  return renewing;
}

async function exchange(known: number | undefined): Promise<boolean> {
  const ends = accessEnds.get();
  if (ends === undefined) return false;
  const renewedElsewhere = ends !== known && Date.now() < ends - RENEW_EARLY;
  if (renewedElsewhere) return true;
  const answer = await fetch('/api/v1/sessions/refresh', { method: 'POST', headers: COOKIE_SESSION });
  if (answer.ok) {
    const body = (await answer.json().catch(() => ({}))) as { expiresIn?: number };
    accessGranted(body.expiresIn);
    return true;
  }
  const problem = await readProblem(answer);
  if (problem.status === 401 || problem.status === 403) {
    signedOut();
    return false;
  }
  throw problem;
}

async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks ? navigator.locks.request('sf.renew', work) : work();
}

/** Signing in or out in another tab counts here too. */
export function followOtherTabs(reload: () => void): void {
  accessEnds.onOthersChange(ends => {
    const now = session.get();
    if (ends === undefined && now.state === 'in') session.set({ state: 'out' });
    if (ends !== undefined && now.state === 'out') reload();
  });
}
