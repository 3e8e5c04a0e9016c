import { call } from '../call';
import type { Page } from '../types';
import type { Kept, NewPost, PostImage } from './types';

/** What the API answers of a draft or a scheduled post: what was sent, as it was sent, and the pictures in it. */
interface Stored {
  id: string;
  post: Partial<NewPost>;
  images?: PostImage[];
  /** Of a post that waits. */
  publishAt?: string;
  reason?: { code: string; sentence: string } | null;
  updatedAt?: string;
}

/** What a composer may send; what it no longer sends is taken out. */
const FIELDS = [
  'replyTo',
  'commentOn',
  'quote',
  'video',
  'images',
  'poll',
  'warning',
  'sensitive',
  'language',
  'visibility',
  'whoMayReply',
  'whoMayQuote',
] as const;

export async function readDrafts(cursor?: string): Promise<Page<Kept>> {
  return pageOf(await call('GET', `/me/drafts${after(cursor)}`));
}

export async function createDraft(post: NewPost, idempotencyKey: string): Promise<Kept> {
  return keptOf(await call('POST', '/me/drafts', { body: post, idempotencyKey }));
}

export async function changeDraft(id: string, post: NewPost): Promise<void> {
  await call('PUT', `/me/drafts/${encodeURIComponent(id)}`, { body: post });
}

export function deleteDraft(id: string): Promise<void> {
  return call('DELETE', `/me/drafts/${encodeURIComponent(id)}`);
}

export async function readScheduled(cursor?: string): Promise<Page<Kept>> {
  return pageOf(await call('GET', `/me/scheduled${after(cursor)}`));
}

/** Changes a post that waits; `post` is all of it. */
export async function changeScheduled(id: string, post: NewPost): Promise<void> {
  const none = Object.fromEntries(FIELDS.map(field => [field, null]));
  await call('PATCH', scheduled(id), { body: { ...none, ...post } });
}

export function deleteScheduled(id: string): Promise<void> {
  return call('DELETE', scheduled(id));
}

export function publishScheduled(id: string): Promise<void> {
  return call('POST', `${scheduled(id)}/publication`);
}

function scheduled(id: string): string {
  return `/me/scheduled/${encodeURIComponent(id)}`;
}

function after(cursor: string | undefined): string {
  return cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
}

function pageOf(page: Page<Stored>): Page<Kept> {
  return { ...page, items: page.items.map(keptOf) };
}

function keptOf({ id, post, images = [], publishAt, reason, updatedAt }: Stored): Kept {
  return {
    id,
    post: { ...given(post), text: post.text ?? '' },
    images,
    ...(publishAt && { scheduledAt: publishAt }),
    ...(reason && { failure: reason.sentence }),
    ...(updatedAt && { updatedAt }),
  };
}

/** Without what is null: sent back it would mean something else. */
function given<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null)) as Partial<T>;
}
