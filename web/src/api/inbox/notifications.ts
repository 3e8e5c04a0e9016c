import { call } from '../call';
import type { Post, PostVideo, Person } from '../social/types';
import type { Page } from '../types';

export const KINDS = [
  'mention',
  'reply',
  'quote',
  'like',
  'repost',
  'follow',
  'follow-request',
  'follow-accepted',
  'video',
  'post',
  'poll-ended',
  'moderation',
  'message-request',
] as const;

export type NotificationKind = (typeof KINDS)[number];

export interface Notification {
  id: string;
  kind: NotificationKind;
  /** The newest of those who did it, at most five. */
  people: Person[];
  count: number;
  post?: Post | null;
  video?: PostVideo | null;
  /** Of a message request. */
  conversation?: string | null;
  at: string;
  read: boolean;
}

export const FILTERS = ['all', 'mentions', 'filtered'] as const;

export type NotificationFilter = (typeof FILTERS)[number];

export function readNotifications(filter: NotificationFilter, cursor?: string): Promise<Page<Notification>> {
  const after = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
  return call('GET', `/notifications?filter=${filter}${after}`);
}

/** Everything up to this one has been read. */
export function markRead(upTo: string): Promise<void> {
  return call('PUT', '/notifications/read', { body: { upTo } });
}

export function deleteNotification(id: string): Promise<void> {
  return call('DELETE', `/notifications/${encodeURIComponent(id)}`);
}

export const ANSWERS = ['accept', 'filter', 'drop'] as const;

/** What happens with what some people do. */
export type Answer = (typeof ANSWERS)[number];

export const STRANGENESS = ['strangers', 'newAccounts', 'notFollowing'] as const;

export const WAYS = ['app', 'push', 'email'] as const;

export type Ways = Record<(typeof WAYS)[number], boolean>;

export const DIGESTS = ['off', 'daily', 'weekly'] as const;

export interface NotificationSettings {
  policy: Record<(typeof STRANGENESS)[number], Answer>;
  kinds: Partial<Record<NotificationKind, Ways>>;
  digest: (typeof DIGESTS)[number];
}

export interface SettingsChange {
  policy?: Partial<NotificationSettings['policy']>;
  kinds?: Partial<Record<NotificationKind, Partial<Ways>>>;
  digest?: NotificationSettings['digest'];
}

export function readNotificationSettings(): Promise<NotificationSettings> {
  return call('GET', '/me/notification-settings');
}

/** Changes what is named; the rest stays. */
export function changeNotificationSettings(change: SettingsChange): Promise<NotificationSettings> {
  return call('PUT', '/me/notification-settings', { body: change });
}
