import type { TrafficSource } from './beacon';

/** Our pages that lead to videos, by how their paths begin. */
const ROOMS: readonly [RegExp, TrafficSource][] = [
  [/^\/embed\//, 'embed'],
  [/^\/watch\//, 'related'],
  [/^\/@/, 'profile'],
  [/^\/search/, 'search'],
  [/^\/tags\//, 'hashtag'],
  [/^\/notifications/, 'notification'],
  // Posts with videos stand in timelines, threads and lists.
  [/^\/(?:$|posts?\/|lists?\/|bookmarks|likes)/, 'home'],
];

export interface Arrival {
  /** Of the page that shows the player. */
  path: string;
  query: URLSearchParams;
  /** Of the page of ours that was shown before, unless the document began with this one. */
  before: string | undefined;
  /** What the browser says where the document's visitor came from; may be empty. */
  referrer: string;
  origin: string;
}

/** How somebody came to the video of a page. */
export function trafficSourceOf({ path, query, before, referrer, origin }: Arrival): TrafficSource {
  if (path.startsWith('/embed/')) return 'embed';
  if (query.has('list')) return 'playlist';
  // Letters and devices that tell of something say so in their links.
  if (query.get('from') === 'notification') return 'notification';
  if (before !== undefined) return roomOf(before);
  if (referrer === '') return 'direct';
  const from = URL.canParse(referrer) ? new URL(referrer) : undefined;
  return from?.origin === origin ? roomOf(from.pathname) : 'external';
}

/** What leads to a video from a page of ours, by the page's path. */
export function roomOf(path: string): TrafficSource {
  return ROOMS.find(([pattern]) => pattern.test(path))?.[1] ?? 'direct';
}
