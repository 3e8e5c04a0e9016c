import { call } from '../call';
import type { TimelinePage } from './types';

/** Posts asked for at once: several screens, and less than a tenth of a second of rendering. */
export const TIMELINE_PAGE = 24;

export interface TimelineQuery {
  cursor?: string;
  /** Only what came after it. */
  since?: string;
  filter?: AccountFilter;
}

export type AccountFilter = 'posts' | 'posts-and-replies' | 'media' | 'videos';

/** Reads a list of posts: the path after /api/v1 says which one. */
export function readTimeline(path: string, query: TimelineQuery = {}, signal?: AbortSignal): Promise<TimelinePage> {
  const params = new URLSearchParams({ limit: String(TIMELINE_PAGE) });
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, String(value));
  return call('GET', `${path}?${params}`, signal ? { signal } : {});
}

export const HOME = '/timelines/home';
export const PUBLIC = '/timelines/public';
export const BOOKMARKS = '/me/bookmarks';
export const LIKES = '/me/likes';

export function ofAccount(id: string): string {
  return `/timelines/accounts/${encodeURIComponent(id)}`;
}

export function ofHashtag(tag: string): string {
  return `/timelines/hashtags/${encodeURIComponent(tag)}`;
}

export function ofList(id: string): string {
  return `/timelines/lists/${encodeURIComponent(id)}`;
}

export function quotesOf(post: string): string {
  return `/posts/${encodeURIComponent(post)}/quotes`;
}

export interface ReadPosition {
  position?: string | null;
  device?: string;
}

export function readPosition(timeline: string): Promise<ReadPosition | undefined> {
  return call('GET', `/me/read-positions/${encodeURIComponent(timeline)}`);
}

export function keepPosition(timeline: string, position: string, device: string): Promise<void> {
  return call('PUT', `/me/read-positions/${encodeURIComponent(timeline)}`, { body: { position, device } });
}
