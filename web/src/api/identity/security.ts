import { call, newKey } from '../call';
import type { Page } from '../types';
import type { AuditLine } from './adminTypes';
import type {
  DeviceSession,
  OtherIdentity,
  Passkey,
  PasskeyQuestion,
  SecurityStatus,
  TotpSetUp,
} from './types';
import { makePasskey } from './webauthn';

export function readSecurity(): Promise<SecurityStatus> {
  return call('GET', '/me/security');
}

export async function listSessions(): Promise<DeviceSession[]> {
  return (await call<Page<DeviceSession>>('GET', '/me/sessions')).items;
}

export async function endSession(id: string): Promise<void> {
  await call('DELETE', `/me/sessions/${encodeURIComponent(id)}`);
}

export async function endOtherSessions(): Promise<void> {
  await call('DELETE', '/me/sessions');
}

export function beginTotp(): Promise<TotpSetUp> {
  return call('POST', '/me/totp');
}

export async function activateTotp(code: string): Promise<string[]> {
  return (await call<{ recoveryCodes: string[] }>('POST', '/me/totp/activation', { body: { code } })).recoveryCodes;
}

export async function removeTotp(): Promise<void> {
  await call('DELETE', '/me/totp');
}

export async function newRecoveryCodes(): Promise<string[]> {
  return (await call<{ recoveryCodes: string[] }>('POST', '/me/recovery-codes')).recoveryCodes;
}

/** Makes a passkey on this device or another, and keeps it with the account. */
export async function addPasskey(name: string): Promise<void> {
  const question = await call<PasskeyQuestion>('POST', '/me/passkeys/options');
  const credential = await makePasskey(question.publicKey);
  await call<Passkey>('POST', '/me/passkeys', {
    body: { ceremony: question.ceremony, credential, ...(name && { name }) },
    idempotencyKey: newKey(),
  });
}

export async function renamePasskey(id: string, name: string): Promise<void> {
  await call('PATCH', `/me/passkeys/${encodeURIComponent(id)}`, { body: { name } });
}

export async function removePasskey(id: string): Promise<void> {
  await call('DELETE', `/me/passkeys/${encodeURIComponent(id)}`);
}

export function listSecurityEvents(cursor?: string): Promise<Page<AuditLine>> {
  return call('GET', `/me/security/events${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`);
}

export async function listIdentities(): Promise<OtherIdentity[]> {
  return (await call<Page<OtherIdentity>>('GET', '/me/identities')).items;
}

export async function removeIdentity(id: string): Promise<void> {
  await call('DELETE', `/me/identities/${encodeURIComponent(id)}`);
}
