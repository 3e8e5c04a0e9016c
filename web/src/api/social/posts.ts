import { call, exchange, type Answer } from '../call';
import type { Page } from '../types';
import type { NewPost, Person, Poll, Post, PostVersion } from './types';

export function publish(post: NewPost, idempotencyKey: string): Promise<Post> {
  return call('POST', '/posts', { body: post, idempotencyKey });
}

/** The post, and the tag with which an edit says what it was based on. */
export function readPost(id: string): Promise<Answer<Post>> {
  return exchange('GET', path(id));
}

export interface PostChanges {
  text?: string;
  warning?: string | null;
  sensitive?: boolean;
  language?: string | null;
  images?: { id: string; alt: string }[];
}

export function editPost(id: string, changes: PostChanges, etag: string | undefined): Promise<Post> {
  return call('PATCH', path(id), { body: changes, ...(etag && { headers: { 'If-Match': etag } }) });
}

export function deletePost(id: string): Promise<void> {
  return call('DELETE', path(id));
}

/** What may be put on a post and taken off again. */
export type Mark = 'like' | 'repost' | 'bookmark' | 'pin' | 'lock' | 'branch-hidden' | 'heart' | 'thread-pin';

export function mark(id: string, what: Mark, on: boolean): Promise<void> {
  return call(on ? 'PUT' : 'DELETE', `${path(id)}/${what}`);
}

export function readHistory(id: string): Promise<Page<PostVersion>> {
  return call('GET', `${path(id)}/history`);
}

export function readReactions(id: string, what: 'likes' | 'reposts', cursor?: string): Promise<Page<Person>> {
  return call('GET', `${path(id)}/${what}${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`);
}

export function vote(id: string, choices: number[]): Promise<Poll> {
  return call('POST', `${path(id)}/poll/votes`, { body: { choices } });
}

function path(id: string): string {
  return `/posts/${encodeURIComponent(id)}`;
}
