import { call, newKey } from '../call';
import { COOKIE_SESSION } from '../session';
import type { Account } from '../types';
import { enter, type Granted } from './signIn';
import type { NewAccount, PasskeyAnswer, PasskeyQuestion, RegistrationRules } from './types';
import { makePasskey } from './webauthn';

export function registrationRules(): Promise<RegistrationRules> {
  return call('GET', '/registration');
}

export function createAccount(account: NewAccount, idempotencyKey: string): Promise<Account> {
  return call('POST', '/accounts', { body: account, idempotencyKey });
}

/** Makes the passkey that a new account begins with. */
export async function passkeyForNewAccount(username: string, displayName?: string): Promise<PasskeyAnswer> {
  const body = { username, ...(displayName && { displayName }) };
  const question = await call<PasskeyQuestion>('POST', '/accounts/passkey-options', { body });
  return { ceremony: question.ceremony, credential: await makePasskey(question.publicKey) };
}

export interface FederatedAccount {
  ticket: string;
  username: string;
  birthDate: string;
  /** Where the provider told none. */
  email?: string;
  displayName?: string;
  invite?: string;
  reason?: string;
}

/** Finishes an account that begins with another provider, and is signed in. */
export async function createFederatedAccount(account: FederatedAccount): Promise<void> {
  const options = { body: account, headers: COOKIE_SESSION, idempotencyKey: newKey(), proves: true };
  await enter(await call<Granted>('POST', '/accounts/federated', options));
}

/** Where signing in with a provider begins: a page of the server, not of ours. */
export function providerAddress(id: string, next: string): string {
  return `/api/v1/sign-in/${encodeURIComponent(id)}?next=${encodeURIComponent(next)}`;
}

export async function askParent(parentEmail: string): Promise<void> {
  await call('POST', '/parental-consents', { body: { parentEmail } });
}

export function readParentalRequest(token: string): Promise<{ expiresAt: string }> {
  return call('POST', '/parental-consents/lookup', { body: { token }, proves: true });
}

export interface ParentalConsent {
  token: string;
  parentName: string;
  child: { username: string; password: string; birthDate: string; displayName?: string };
}

export async function giveParentalConsent(consent: ParentalConsent): Promise<void> {
  await call('POST', '/parental-consents/completion', {
    body: { ...consent, agrees: true },
    idempotencyKey: newKey(),
    proves: true,
  });
}

/** Ends the account of a child, by the link that the parent got. */
export async function revokeParentalConsent(token: string): Promise<void> {
  await call('POST', '/parental-consents/revocation', { body: { token }, proves: true });
}

/** Makes the person who is signed in the first administrator. */
export async function claimProgram(token: string): Promise<void> {
  await call('POST', '/admin/claims', { body: { token } });
}
