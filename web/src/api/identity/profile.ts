import { call, exchange, type Answer } from '../call';
import type { Account, Profile } from '../types';

export type PictureKind = 'avatar' | 'banner';

export type ProfileChanges = Partial<
  Pick<Account, 'displayName' | 'biography' | 'links' | 'locale' | 'language' | 'privateAccount' | 'madeForKids'>
>;

/** The account, and the tag with which an edit says what it was based on. */
export function readMe(): Promise<Answer<Account>> {
  return exchange('GET', '/me');
}

export function editProfile(changes: ProfileChanges, etag: string | undefined): Promise<Answer<Account>> {
  return exchange('PATCH', '/me', { body: changes, ...(etag && { headers: { 'If-Match': etag } }) });
}

export function putPicture(kind: PictureKind, file: Blob): Promise<Answer<Account>> {
  return exchange('PUT', `/me/${kind}`, { body: file });
}

export function removePicture(kind: PictureKind): Promise<Account> {
  return call('DELETE', `/me/${kind}`);
}

export function changeUsername(username: string): Promise<Account> {
  return call('PUT', '/me/username', { body: { username } });
}

/** A person by id or @username; a name that was changed leads to the present one. */
export function readProfile(reference: string): Promise<Profile> {
  return call('GET', `/accounts/${encodeURIComponent(reference).replace(/^%40/, '@')}`);
}
