import { call } from '../call';
import type { Page } from '../types';

/** A message that somebody showed to the moderators. */
export interface MessageReport {
  id: string;
  message: string;
  reporter: string;
  author: string;
  /** As it was then. */
  text: string;
  reason: string;
  comment?: string;
  reportedAt: string;
}

export interface ReviewedTrend {
  tag: string;
  people: number;
  posts: number;
  history: number[];
  /** Absent: nobody has looked yet. */
  allowed?: boolean | null;
}

export function readReports(cursor?: string): Promise<Page<MessageReport>> {
  return call('GET', `/admin/message-reports${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`);
}

export function resolveReport(id: string, resolution: string): Promise<void> {
  return call('PUT', `/admin/message-reports/${encodeURIComponent(id)}`, { body: { resolution } });
}

export function readAllTrends(): Promise<Page<ReviewedTrend>> {
  return call('GET', '/admin/tags/trending');
}

export function reviewTrend(tag: string, allowed: boolean): Promise<void> {
  return call('PUT', `/admin/tags/${encodeURIComponent(tag)}/review`, { body: { allowed } });
}
