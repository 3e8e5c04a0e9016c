import { call } from '../call';
import type { Page } from '../types';
import type { Comment, CommentMode, Post, Thread, ThreadSort } from './types';

export function readThread(post: string, sort: ThreadSort, cursor?: string): Promise<Thread> {
  const params = new URLSearchParams({ sort });
  if (cursor) params.set('cursor', cursor);
  return call('GET', `/posts/${encodeURIComponent(post)}/thread?${params}`);
}

export function readComments(video: string, sort: ThreadSort, cursor?: string): Promise<Page<Comment>> {
  const params = new URLSearchParams({ sort });
  if (cursor) params.set('cursor', cursor);
  return call('GET', `/videos/${encodeURIComponent(video)}/comments?${params}`);
}

export function readHeldComments(cursor?: string): Promise<Page<Post>> {
  return call('GET', `/me/held-comments${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`);
}

/** The owner of the video decides about a comment that was held. */
export function decideComment(post: string, decision: 'approval' | 'rejection'): Promise<void> {
  return call('POST', `/posts/${encodeURIComponent(post)}/${decision}`);
}

export function readCommentMode(video: string): Promise<{ mode: CommentMode }> {
  return call('GET', `/videos/${encodeURIComponent(video)}/comment-settings`);
}

export function setCommentMode(video: string, mode: CommentMode): Promise<void> {
  return call('PUT', `/videos/${encodeURIComponent(video)}/comment-settings`, { body: { mode } });
}

export function readWatchedWords(): Promise<{ words: string[] }> {
  return call('GET', '/me/watched-words');
}

export function setWatchedWords(words: string[]): Promise<void> {
  return call('PUT', '/me/watched-words', { body: { words } });
}
