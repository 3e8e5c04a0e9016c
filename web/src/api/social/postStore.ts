import { useEffect, useState } from 'preact/hooks';
import { session } from '../session';
import { isAvailable, type Post } from './types';

/**
 * The newest known copy of each post, so that a like shows wherever the post stands. Lists keep the copy that they were
 * given; what is known here goes before it.
 */
const posts = new Map<string, Post>();
const listeners = new Map<string, Set<() => void>>();
const hidden = new Set<string>();

/** Posts. A day of reading; the oldest that no page shows are forgotten first. */
const KNOWN_MAX = 5_000;

export type PostNews = { what: 'published'; post: Post } | { what: 'gone'; id: string };

const newsListeners = new Set<(news: PostNews) => void>();

/** Remembers posts as the API has just told them, with the posts that they quote. */
export function learn(told: readonly Post[]): void {
  for (const post of told) {
    if (isAvailable(post.quote)) put(post.quote);
    put(post);
  }
  forgetOldest();
}

export function knownPost(id: string): Post | undefined {
  return posts.get(id);
}

export function changePost(id: string, change: (post: Post) => Post): void {
  const before = posts.get(id);
  if (before) put(change(before));
}

/** Takes a post from every list, until it is shown again. */
export function hidePost(id: string): void {
  hidden.add(id);
  notify(id);
  tellNews({ what: 'gone', id });
}

export function unhidePost(id: string): void {
  hidden.delete(id);
  notify(id);
}

export function isHidden(id: string): boolean {
  return hidden.has(id);
}

/** The newest copy of a post. */
export function usePost<P extends Post>(given: P): P {
  const [, redraw] = useState(0);
  useEffect(() => subscribe(given.id, () => redraw(count => count + 1)), [given.id]);
  const known = posts.get(given.id);
  return known ? { ...given, ...known } : given;
}

export function onPostNews(listener: (news: PostNews) => void): () => void {
  newsListeners.add(listener);
  return () => newsListeners.delete(listener);
}

export function tellNews(news: PostNews): void {
  if (news.what === 'published') learn([news.post]);
  [...newsListeners].forEach(listener => listener(news));
}

/** Forgets everything: what one person sees another may not. */
export function forgetPosts(): void {
  posts.clear();
  hidden.clear();
}

export function subscribe(id: string, listener: () => void): () => void {
  const heard = listeners.get(id) ?? new Set();
  listeners.set(id, heard.add(listener));
  return () => {
    heard.delete(listener);
    if (heard.size === 0) listeners.delete(id);
  };
}

function put(post: Post): void {
  posts.delete(post.id);
  posts.set(post.id, withoutPlace(post));
  notify(post.id);
}

/** What belongs to one entry of one list is not the post's. */
function withoutPlace(post: Post & { position?: unknown; repostedBy?: unknown; replies?: unknown }): Post {
  const { position: _, repostedBy: __, replies: ___, ...rest } = post;
  return rest;
}

function notify(id: string): void {
  listeners.get(id)?.forEach(listener => listener());
}

function forgetOldest(): void {
  for (const id of posts.keys()) {
    if (posts.size <= KNOWN_MAX) return;
    if (!listeners.has(id)) posts.delete(id);
  }
}

let reader: string | undefined;
session.subscribe(now => {
  const next = now.state === 'in' ? now.account.id : undefined;
  if (reader !== undefined && next !== reader) forgetPosts();
  reader = next;
});
