import { call, newKey } from '../call';
import type { Page } from '../types';
import type { AccessToken, Client, ClientForm, Grant, Scope } from './types';

/** Programs that act for people: those I use, and those I make. */

export async function listScopes(): Promise<Scope[]> {
  return (await call<Page<Scope>>('GET', '/oauth/scopes')).items;
}

export async function listGrants(): Promise<Grant[]> {
  return (await call<Page<Grant>>('GET', '/me/grants')).items;
}

export async function revokeGrant(id: string): Promise<void> {
  await call('DELETE', `/me/grants/${encodeURIComponent(id)}`);
}

export async function listAccessTokens(): Promise<AccessToken[]> {
  return (await call<Page<AccessToken>>('GET', '/me/access-tokens')).items;
}

export function createAccessToken(name: string, scopes: string[], expiresInDays: number): Promise<AccessToken> {
  return call('POST', '/me/access-tokens', { body: { name, scopes, expiresInDays }, idempotencyKey: newKey() });
}

export async function revokeAccessToken(id: string): Promise<void> {
  await call('DELETE', `/me/access-tokens/${encodeURIComponent(id)}`);
}

export async function listClients(): Promise<Client[]> {
  return (await call<Page<Client>>('GET', '/me/clients')).items;
}

export function createClient(form: ClientForm): Promise<Client> {
  return call('POST', '/me/clients', { body: form, idempotencyKey: newKey() });
}

export function editClient(id: string, form: Partial<ClientForm>): Promise<Client> {
  return call('PATCH', `/me/clients/${encodeURIComponent(id)}`, { body: form });
}

export async function deleteClient(id: string): Promise<void> {
  await call('DELETE', `/me/clients/${encodeURIComponent(id)}`);
}

export async function newClientSecret(id: string): Promise<string> {
  return (await call<{ secret: string }>('POST', `/me/clients/${encodeURIComponent(id)}/secret`)).secret;
}
