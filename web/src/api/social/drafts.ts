import { call } from '../call';
import type { Page } from '../types';
import type { Kept, NewPost, PostImage } from './types';

/** What the API answers of a draft or a scheduled post: what was sent, besides what it says of it. */
type Stored = Omit<NewPost, 'images'> & {
  id: string;
  images?: (PostImage | string)[];
  scheduledAt?: string;
  updatedAt?: string;
};

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

export async function changeScheduled(id: string, changes: Partial<NewPost>): Promise<void> {
  await call('PATCH', scheduled(id), { body: changes });
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

function keptOf(stored: Stored): Kept {
  const { id, images = [], updatedAt, ...rest } = stored;
  const whole = images.filter((image): image is PostImage => typeof image !== 'string');
  const ids = images.map(image => (typeof image === 'string' ? image : image.id));
  const post: NewPost = { ...given(rest), ...(ids.length > 0 && { images: ids }) } as NewPost;
  return {
    id,
    post: { ...post, text: post.text ?? '' },
    images: whole,
    ...(stored.scheduledAt && { scheduledAt: stored.scheduledAt }),
    ...(updatedAt && { updatedAt }),
  };
}

/** Without what is null: sent back it would mean something else. */
function given<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null)) as Partial<T>;
}
