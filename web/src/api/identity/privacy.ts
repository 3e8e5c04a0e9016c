import { call, newKey } from '../call';
import { Problem } from '../problem';
import type { Page } from '../types';
import type { Consent, Export, Policy } from './types';

export function readPolicy(purpose: string, language: string): Promise<Policy> {
  return call('GET', `/policies/${encodeURIComponent(purpose)}?language=${language}`);
}

export async function listConsents(): Promise<Consent[]> {
  return (await call<Page<Consent>>('GET', '/me/consents')).items;
}

export async function setConsent(purpose: string, granted: boolean, version: string): Promise<void> {
  await call('PUT', `/me/consents/${encodeURIComponent(purpose)}`, { body: { granted, version } });
}

/** My exports, the newest first. */
export async function listExports(): Promise<Export[]> {
  const page = await call<Page<Export> | Export | undefined>('GET', '/me/exports');
  if (!page) return [];
  return 'items' in page ? page.items : [page];
}

export function requestExport(): Promise<Export> {
  return call('POST', '/me/exports', { body: {}, idempotencyKey: newKey() });
}

export function exportAddress(id: string): string {
  return `/api/v1/me/exports/${encodeURIComponent(id)}/file`;
}

/** When the account will be erased, if somebody asked for that. */
export async function readDeletion(): Promise<string | undefined> {
  try {
    return (await call<{ erasesAt?: string } | undefined>('GET', '/me/deletion'))?.erasesAt;
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.status === 404) return undefined;
    throw thrown;
  }
}

export async function requestDeletion(): Promise<string> {
  return (await call<{ erasesAt: string }>('POST', '/me/deletion', { body: {} })).erasesAt;
}

export async function undoDeletion(): Promise<void> {
  await call('DELETE', '/me/deletion');
}
