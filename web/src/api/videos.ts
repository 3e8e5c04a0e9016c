import { call, exchange, type Answer } from './call';
import type { Page, Video, VideoDetails } from './types';

export const PAGE_SIZE = 24;

export interface VideoQuery {
  owner?: string;
  cursor?: string;
  limit?: number;
}

export function listVideos(query: VideoQuery, signal?: AbortSignal): Promise<Page<Video>> {
  const params = new URLSearchParams({ sort: 'recent', limit: String(query.limit ?? PAGE_SIZE) });
  if (query.owner) params.set('owner', query.owner);
  if (query.cursor) params.set('cursor', query.cursor);
  return call('GET', `/videos?${params}`, signal ? { signal } : {});
}

export function getVideo(id: string, signal?: AbortSignal): Promise<Video> {
  return call('GET', path(id), signal ? { signal } : {});
}

/** The video and the tag with which an edit says what it was based on. */
export function readVideo(id: string): Promise<Answer<Video>> {
  return exchange('GET', path(id));
}

export function createVideo(details: VideoDetails, idempotencyKey: string): Promise<Video> {
  return call('POST', '/videos', { body: details, idempotencyKey });
}

export function editVideo(id: string, changes: Partial<VideoDetails>, etag?: string): Promise<Video> {
  return call('PATCH', path(id), { body: changes, ...(etag ? { headers: { 'If-Match': etag } } : {}) });
}

export function deleteVideo(id: string): Promise<void> {
  return call('DELETE', path(id));
}

function path(id: string): string {
  return `/videos/${encodeURIComponent(id)}`;
}
