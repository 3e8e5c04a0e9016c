import type { Client, ClientForm } from '../../api/identity/types';

export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

/** What a program may do to get tokens: a person's consent always, and a device's code where that was chosen. */
export function grantsOf(device: boolean): string[] {
  return ['authorization_code', 'refresh_token', ...(device ? [DEVICE_GRANT] : [])];
}

export interface ClientDraft {
  name: string;
  website: string;
  redirects: string;
  confidential: boolean;
  dpop: boolean;
  device: boolean;
}

export function draftOf(client: Client | undefined): ClientDraft {
  return {
    name: client?.name ?? '',
    website: client?.website ?? '',
    redirects: client?.redirectUris.join('\n') ?? '',
    confidential: client?.confidential ?? false,
    dpop: client?.dpop ?? false,
    device: client?.grants?.some(grant => grant.includes('device')) ?? false,
  };
}

export function formOf(draft: ClientDraft): ClientForm {
  const website = draft.website.trim();
  return {
    name: draft.name.trim(),
    redirectUris: linesOf(draft.redirects),
    confidential: draft.confidential,
    grants: grantsOf(draft.device),
    dpop: draft.dpop,
    ...(website && { website }),
  };
}

/** The lines of a text that say something. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .map(line => line.trim())
    .filter(line => line !== '');
}
