import type { ProfileChanges } from '../../api/identity/profile';
import type { Account, PersonLink } from '../../api/types';

/** What a form about the profile holds. */
export interface ProfileDraft {
  displayName: string;
  biography: string;
  links: PersonLink[];
  language: string;
  privateAccount: boolean;
  madeForKids: boolean;
}

export function draftOf(account: Account): ProfileDraft {
  return {
    displayName: account.displayName,
    biography: account.biography ?? '',
    links: account.links ?? [],
    language: account.language ?? '',
    privateAccount: account.privateAccount ?? false,
    madeForKids: account.madeForKids ?? false,
  };
}

/** What differs from what was read: nothing else is touched. Links that are empty are left out. */
export function changesIn(draft: ProfileDraft, before: Account): ProfileChanges {
  const was = draftOf(before);
  const displayName = draft.displayName.trim();
  // Forms write line ends as on old terminals.
  const biography = draft.biography.replace(/\r\n/g, '\n').trim();
  const links = draft.links
    .map(link => ({ name: link.name.trim(), url: withScheme(link.url.trim()) }))
    .filter(link => link.name !== '' || link.url !== '')
    .map(link => (link.name === '' ? { ...link, name: hostOf(link.url) } : link));
  return {
    ...(displayName !== was.displayName && { displayName }),
    ...(biography !== was.biography && { biography }),
    ...(JSON.stringify(links) !== JSON.stringify(was.links.map(({ name, url }) => ({ name, url }))) && { links }),
    ...(draft.language !== was.language && { language: draft.language || null }),
    ...(draft.privateAccount !== was.privateAccount && { privateAccount: draft.privateAccount }),
    ...(draft.madeForKids !== was.madeForKids && { madeForKids: draft.madeForKids }),
  };
}

/** People write example.org and mean https://example.org. */
export function withScheme(url: string): string {
  return url === '' || /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `https://${url}`;
}

function hostOf(url: string): string {
  try {
    return new URL(url).host.replace(/^www\./, '');
  } catch {
    return url;
  }
}
