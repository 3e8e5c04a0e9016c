import { call, newKey } from '../call';
import type { Person } from '../social/types';
import type { Page } from '../types';

/** A person's own choice of those whom he or she follows. */
export interface PeopleList {
  id: string;
  title: string;
}

/** UTF-16 units. */
export const TITLE_MAX = 100;

/** People asked for at once, when it is about who is in a list. */
const MANY = 100;

export function readLists(): Promise<{ items: PeopleList[] }> {
  return call('GET', '/me/lists');
}

export function createList(title: string): Promise<PeopleList> {
  return call('POST', '/me/lists', { body: { title }, idempotencyKey: newKey() });
}

export function readList(id: string): Promise<PeopleList> {
  return call('GET', of(id));
}

export function renameList(id: string, title: string): Promise<PeopleList> {
  return call('PATCH', of(id), { body: { title } });
}

export function deleteList(id: string): Promise<void> {
  return call('DELETE', of(id));
}

export function readMembers(id: string, cursor?: string, limit?: number): Promise<Page<Person>> {
  const query = new URLSearchParams();
  if (cursor) query.set('cursor', cursor);
  if (limit) query.set('limit', String(limit));
  return call('GET', `${of(id)}/members?${query}`);
}

export function setMember(id: string, account: string, on: boolean): Promise<void> {
  return call(on ? 'PUT' : 'DELETE', `${of(id)}/members/${encodeURIComponent(account)}`);
}

/** Whether somebody is in a list: looks through its pages. */
export async function isMember(id: string, account: string): Promise<boolean> {
  let cursor: string | undefined;
  do {
    const page = await readMembers(id, cursor, MANY);
    if (page.items.some(one => one.id === account)) return true;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return false;
}

function of(id: string): string {
  return `/me/lists/${encodeURIComponent(id)}`;
}
