import type { Client, ClientForm } from '../../api/identity/types';

/** How a program gets tokens: by a person's consent always, and by a device's code where that was chosen. */
export function grantsOf(device: boolean): string[] {
  return ['authorization-code', ...(device ? ['device-code'] : [])];
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
    device: client?.grants?.includes('device-code') ?? false,
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
    // An empty one takes back what was said before.
    website,
  };
}

/** The lines of a text that say something. */
export function linesOf(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .map(line => line.trim())
    .filter(line => line !== '');
}
