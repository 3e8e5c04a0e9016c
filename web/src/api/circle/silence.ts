import { call, newKey } from '../call';
import type { Person } from '../social/types';
import type { Page } from '../types';

/** Somebody who is muted. */
export interface MutedPerson extends Person {
  /** Absent: for good. */
  mutedUntil?: string | null;
  notifications: boolean;
}

export interface HiddenWord {
  id: string;
  text: string;
  wholeWord: boolean;
  action: 'hide' | 'collapse';
  expiresAt?: string | null;
}

export interface HiddenWordWish {
  text: string;
  wholeWord: boolean;
  action: HiddenWord['action'];
  expiresInSeconds?: number;
}

export function readMutes(cursor?: string): Promise<Page<MutedPerson>> {
  return call('GET', `/me/mutes${after(cursor)}`);
}

export function readBlocks(cursor?: string): Promise<Page<Person>> {
  return call('GET', `/me/blocks${after(cursor)}`);
}

export function readHiddenWords(): Promise<{ items: HiddenWord[] }> {
  return call('GET', '/me/hidden-words');
}

export function hideWord(wish: HiddenWordWish): Promise<HiddenWord> {
  return call('POST', '/me/hidden-words', { body: wish, idempotencyKey: newKey() });
}

export function showWord(id: string): Promise<void> {
  return call('DELETE', `/me/hidden-words/${encodeURIComponent(id)}`);
}

function after(cursor: string | undefined): string {
  return cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
}
