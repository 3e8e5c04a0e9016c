import { call, newKey } from '../call';
import { Problem } from '../problem';
import type { Person } from '../social/types';
import type { Page } from '../types';

export interface Message {
  id: string;
  author: string;
  /** Absent when it was taken back. */
  text?: string | null;
  deleted: boolean;
  createdAt: string;
}

export type ConversationState = 'member' | 'requested' | 'declined' | 'left';

export interface Conversation {
  id: string;
  kind: 'direct' | 'group';
  state: ConversationState;
  /** Everybody else in it who may be seen. */
  people: Person[];
  lastMessage?: Message | null;
  unread: boolean;
  readUpTo: string;
  /** How far the others have read who let it be seen, by account. */
  receipts: Record<string, string>;
}

/** What the live stream tells of a message: where it is, not what it says. */
export interface MessageNews {
  conversation: string;
  message: string;
  author: string;
  request: boolean;
}

export type Folder = 'accepted' | 'requests';

/** Characters as readers count them: as long as a post. */
export const MESSAGE_MAX = 2_000;

/** Others in one conversation. */
export const OTHERS_MAX = 9;

/** Messages asked for at once: more than a screen. */
export const MESSAGES_PAGE = 50;

export function readConversations(folder: Folder, cursor?: string, limit?: number): Promise<Page<Conversation>> {
  const query = new URLSearchParams({ filter: folder });
  if (cursor) query.set('cursor', cursor);
  if (limit) query.set('limit', String(limit));
  return call('GET', `/conversations?${query}`);
}

export function readConversation(id: string): Promise<Conversation> {
  return call('GET', of(id));
}

export function beginConversation(members: readonly string[], text: string, key = newKey()): Promise<Conversation> {
  return refused(call('POST', '/conversations', { body: { members, text }, idempotencyKey: key }));
}

/** The newest first. */
export function readMessages(id: string, cursor?: string): Promise<Page<Message>> {
  const query = new URLSearchParams({ limit: String(MESSAGES_PAGE) });
  if (cursor) query.set('cursor', cursor);
  return call('GET', `${of(id)}/messages?${query}`);
}

export function sendMessage(id: string, text: string, idempotencyKey: string): Promise<Message> {
  return refused(call('POST', `${of(id)}/messages`, { body: { text }, idempotencyKey }));
}

export function takeBack(id: string, message: string): Promise<void> {
  return call('DELETE', `${of(id)}/messages/${encodeURIComponent(message)}`);
}

export function markConversationRead(id: string, upTo: string): Promise<void> {
  return call('PUT', `${of(id)}/read`, { body: { upTo } });
}

export function acceptConversation(id: string): Promise<void> {
  return call('PUT', `${of(id)}/acceptance`);
}

/** Declines a request, leaves a group, or deletes for oneself what two said until now. */
export function leaveConversation(id: string): Promise<void> {
  return call('DELETE', of(id));
}

export const REASONS = [
  'spam',
  'harassment',
  'hate',
  'violence',
  'sexual',
  'minors',
  'self-harm',
  'other',
] as const;

export type Reason = (typeof REASONS)[number];

export function reportMessage(id: string, message: string, reason: Reason, comment: string): Promise<void> {
  const body = comment ? { reason, comment } : { reason };
  return call('POST', `${of(id)}/messages/${encodeURIComponent(message)}/report`, { body });
}

export interface MessageSettings {
  from: 'everyone' | 'followed' | 'nobody';
  readReceipts: boolean;
}

export function readMessageSettings(): Promise<MessageSettings> {
  return call('GET', '/me/message-settings');
}

export function saveMessageSettings(settings: MessageSettings): Promise<MessageSettings> {
  return call('PUT', '/me/message-settings', { body: settings });
}

/** The API's word for people who take no messages is ours for a server that does not answer. */
async function refused<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (thrown) {
    const mistaken = thrown instanceof Problem && thrown.status === 422 && thrown.code === 'unreachable';
    throw mistaken ? new Problem(422, 'no-messages', thrown.detail, thrown.requestId) : thrown;
  }
}

function of(id: string): string {
  return `/conversations/${encodeURIComponent(id)}`;
}
