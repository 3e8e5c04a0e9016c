import { problemOf, type Problem } from '../problem';
import { mark, type Mark } from './posts';
import { changePost } from './postStore';
import type { Post } from './types';

type Send = (id: string, what: Mark, on: boolean) => Promise<void>;

/** What is under way for each mark of each post: what the person wants by now. */
const flights = new Map<string, { wanted: boolean }>();

/**
 * Puts a mark on a post or takes it off, and shows it at once. Presses while an answer is awaited are not sent one by
 * one: only the last counts. Gives the problem when the server refused, after what is shown was put right.
 */
export async function setMark(id: string, what: Mark, on: boolean, send: Send = mark): Promise<Problem | undefined> {
  changePost(id, post => marked(post, what, on));
  const key = `${id} ${what}`;
  const flight = flights.get(key);
  if (flight) {
    flight.wanted = on;
    return undefined;
  }
  const mine = { wanted: on };
  flights.set(key, mine);
  let settled = !on;
  try {
    while (settled !== mine.wanted) {
      const asked = mine.wanted;
      await send(id, what, asked);
      settled = asked;
    }
    return undefined;
  } catch (thrown) {
    changePost(id, post => marked(post, what, settled));
    return problemOf(thrown);
  } finally {
    flights.delete(key);
  }
}

export function isMarked(post: Post, what: Mark): boolean {
  switch (what) {
    case 'like':
      return post.viewer?.liked ?? false;
    case 'repost':
      return post.viewer?.reposted ?? false;
    case 'bookmark':
      return post.viewer?.bookmarked ?? false;
    case 'pin':
      return post.pinned ?? false;
    case 'lock':
      return post.locked ?? false;
    case 'branch-hidden':
      return post.branchHidden ?? false;
    case 'heart':
      return post.hearted ?? false;
    case 'thread-pin':
      return post.pinnedInThread ?? false;
  }
}

/** The post as it is with the mark, or without it. */
export function marked(post: Post, what: Mark, on: boolean): Post {
  if (isMarked(post, what) === on) return post;
  const step = on ? 1 : -1;
  const viewer = { liked: false, reposted: false, bookmarked: false, mayReply: true, mayQuote: true, ...post.viewer };
  const counts = { replies: 0, reposts: 0, likes: 0, quotes: 0, ...post.counts };
  switch (what) {
    case 'like':
      return { ...post, viewer: { ...viewer, liked: on }, counts: { ...counts, likes: atLeast0(counts.likes + step) } };
    case 'repost':
      return {
        ...post,
        viewer: { ...viewer, reposted: on },
        counts: { ...counts, reposts: atLeast0(counts.reposts + step) },
      };
    case 'bookmark':
      return { ...post, viewer: { ...viewer, bookmarked: on } };
    case 'pin':
      return { ...post, pinned: on };
    case 'lock':
      return { ...post, locked: on };
    case 'branch-hidden':
      return { ...post, branchHidden: on };
    case 'heart':
      return { ...post, hearted: on };
    case 'thread-pin':
      return { ...post, pinnedInThread: on };
  }
}


function atLeast0(count: number): number {
  return Math.max(0, count);
}
