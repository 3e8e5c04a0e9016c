import { call } from '../call';
import type { Page } from '../types';

/** A hashtag that more people use than before. */
export interface Trend {
  tag: string;
  people: number;
  posts: number;
  /** People in each of the last 24 hours, the newest last. */
  history: number[];
}

export function readTrends(): Promise<Page<Trend>> {
  return call('GET', '/tags/trending');
}

export function readFollowedTags(cursor?: string): Promise<Page<{ tag: string }>> {
  return call('GET', `/me/followed-tags${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`);
}
