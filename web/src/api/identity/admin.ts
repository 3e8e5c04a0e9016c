import { call, newKey } from '../call';
import type { Page } from '../types';
import type { Approval, AuditLine, Invite, KnownAccount, SentMessage } from './adminTypes';
import type { RegistrationMode } from './types';

type Query = Record<string, string | undefined>;

export function listAccounts(query: Query): Promise<Page<KnownAccount>> {
  return call('GET', `/admin/accounts${asked(query)}`);
}

export function readAccount(id: string): Promise<KnownAccount> {
  return call('GET', account(id));
}

export async function setRoles(id: string, roles: readonly string[]): Promise<void> {
  await call('PUT', `${account(id)}/roles`, { body: { roles } });
}

export async function suspend(id: string, reason: string, until?: string): Promise<void> {
  await call('PUT', `${account(id)}/suspension`, { body: { reason, ...(until && { until }) } });
}

export async function restore(id: string): Promise<void> {
  await call('DELETE', `${account(id)}/suspension`);
}

export async function forcePasswordChange(id: string): Promise<void> {
  await call('POST', `${account(id)}/password-change`);
}

export function listApprovals(query: Query): Promise<Page<Approval>> {
  return call('GET', `/admin/approvals${asked(query)}`);
}

export async function approve(id: string): Promise<void> {
  await call('POST', `${account(id)}/approval`);
}

export async function reject(id: string, reason: string): Promise<void> {
  await call('POST', `${account(id)}/rejection`, { body: reason ? { reason } : {} });
}

export async function readMode(): Promise<RegistrationMode> {
  return (await call<{ mode: RegistrationMode }>('GET', '/admin/registration')).mode;
}

export async function setMode(mode: RegistrationMode): Promise<void> {
  await call('PUT', '/admin/registration', { body: { mode } });
}

export function listInvites(query: Query): Promise<Page<Invite>> {
  return call('GET', `/admin/invites${asked(query)}`);
}

export interface InviteOrder {
  emails?: string[];
  count?: number;
  expiresInDays?: number;
}

export async function createInvites(order: InviteOrder): Promise<Invite[]> {
  return (await call<Page<Invite>>('POST', '/admin/invites', { body: order, idempotencyKey: newKey() })).items;
}

export async function deleteInvite(id: string): Promise<void> {
  await call('DELETE', `/admin/invites/${encodeURIComponent(id)}`);
}

export function listMessages(query: Query): Promise<Page<SentMessage>> {
  return call('GET', `/admin/messages${asked(query)}`);
}

export function listAudit(query: Query): Promise<Page<AuditLine>> {
  return call('GET', `/admin/audit${asked(query)}`);
}

/** One JSON object on each line. */
export function auditExportAddress(query: Query): string {
  return `/api/v1/admin/audit/export${asked(query)}`;
}

/** A signed note (C2SP tlog-checkpoint) that an auditor keeps elsewhere, to see later that nothing was changed. */
export function auditCheckpoint(): Promise<string> {
  return call('GET', '/admin/audit/checkpoint');
}

function account(id: string): string {
  return `/admin/accounts/${encodeURIComponent(id)}`;
}

function asked(query: Query): string {
  const given = Object.entries(query).filter((one): one is [string, string] => one[1] !== undefined && one[1] !== '');
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}
