import { call, newKey } from '../call';
import { Problem } from '../problem';
import { accessGranted, COOKIE_SESSION, renew, signedIn } from '../session';
import type { Account } from '../types';
import type { Method, PasskeyAnswer, PasskeyQuestion } from './types';
import { usePasskey, type Asking } from './webauthn';

/** What is still asked of whoever signs in. */
export type Step =
  | { kind: 'in' }
  | { kind: 'second'; challenge: string; methods: readonly Method[] }
  | { kind: 'new-password'; challenge: string };

const IN: Step = { kind: 'in' };

export function signIn(login: string, password: string): Promise<Step> {
  return open('/sessions', { login, password });
}

export function signInWithCode(challenge: string, method: Method, code: string): Promise<Step> {
  return open('/sessions/mfa', { challenge, method, code });
}

/** Signs in with a passkey alone, or with one as the second factor of a challenge. */
export async function signInWithPasskey(asking: Asking = {}, challenge?: string): Promise<Step> {
  const answer = await askPasskey(challenge ? { challenge } : {}, asking);
  return open('/sessions/passkey', { ...answer, ...(challenge && { challenge }) });
}

/** Sets the password that an administrator or the rules ask for, and is in. */
export function signInWithNewPassword(challenge: string, password: string): Promise<Step> {
  return open('/sessions/password', { challenge, password });
}

export type Proof = { password: string } | { code: string } | { passkey: PasskeyAnswer };

/** Proves again who is asking; what is sensitive is allowed for some minutes. */
export async function proveIdentity(proof: Proof): Promise<void> {
  const path = '/sessions/current/reauthentication';
  const granted = await call<Granted>('POST', path, { body: proof, headers: COOKIE_SESSION, proves: true });
  accessGranted(granted?.expiresIn);
}

export async function askPasskey(body: object = {}, asking: Asking = {}): Promise<PasskeyAnswer> {
  const signal = asking.signal ? { signal: asking.signal } : {};
  const question = await call<PasskeyQuestion>('POST', '/sessions/passkey/options', { body, proves: true, ...signal });
  return { ceremony: question.ceremony, credential: await usePasskey(question.publicKey, asking) };
}

/** The server has set cookies: finds out whose they are. */
export async function enter(granted: Granted | undefined): Promise<void> {
  accessGranted(granted?.expiresIn);
  signedIn(await call<Account>('GET', '/me'));
}

/** Access says which roles somebody has: after a change of those it is made anew. */
export async function enterAnew(): Promise<void> {
  await renew();
  signedIn(await call<Account>('GET', '/me'));
}

export interface Granted {
  expiresIn?: number;
}

async function open(path: string, body: unknown): Promise<Step> {
  try {
    const options = { body, headers: COOKIE_SESSION, idempotencyKey: newKey(), proves: true };
    await enter(await call<Granted>('POST', path, options));
    return IN;
  } catch (thrown) {
    return stepAfter(thrown);
  }
}

/** The step that a refusal asks for; any other failure goes on. */
export function stepAfter(thrown: unknown): Step {
  if (thrown instanceof Problem) {
    const { challenge, methods } = thrown.members;
    if (thrown.code === 'mfa-required' && typeof challenge === 'string') {
      return { kind: 'second', challenge, methods: Array.isArray(methods) ? (methods as Method[]) : ['totp'] };
    }
    if (thrown.code === 'password-change-required' && typeof challenge === 'string') {
      return { kind: 'new-password', challenge };
    }
  }
  throw thrown;
}
