import { call } from '../call';
import type { Page } from '../types';
import type { Person, Relation, SocialFacts } from './types';

export interface FollowOptions {
  reposts?: boolean;
  bell?: boolean;
  /** On whose page the follow begins. */
  video?: string;
}

/** Follows; of a private account it asks, which the answer says. */
export async function follow(account: string, options: FollowOptions = {}): Promise<'following' | 'requested'> {
  const answer = await call<{ state?: string } | undefined>('PUT', of(account, 'follow'), { body: options });
  return answer?.state === 'requested' ? 'requested' : 'following';
}

export function unfollow(account: string): Promise<void> {
  return call('DELETE', of(account, 'follow'));
}

export function block(account: string, on: boolean): Promise<void> {
  return call(on ? 'PUT' : 'DELETE', of(account, 'block'));
}

export function mute(account: string, durationSeconds?: number): Promise<void> {
  return call('PUT', of(account, 'mute'), { body: durationSeconds ? { durationSeconds } : {} });
}

export function unmute(account: string): Promise<void> {
  return call('DELETE', of(account, 'mute'));
}

export function removeFollower(account: string): Promise<void> {
  return call('DELETE', `/me/followers/${encodeURIComponent(account)}`);
}

export function readFollows(account: string, side: 'followers' | 'following', cursor?: string): Promise<Page<Person>> {
  return call('GET', of(account, side) + after(cursor));
}

/** How the viewer stands to so many people, at most 100. */
export function readRelations(accounts: readonly string[]): Promise<Page<Relation>> {
  return call('GET', `/me/relations?accounts=${accounts.map(encodeURIComponent).join(',')}`);
}

export function readSocial(account: string): Promise<SocialFacts> {
  return call('GET', of(account, 'social'));
}

export function searchPeople(query: string, signal?: AbortSignal): Promise<Page<Person>> {
  return call('GET', `/accounts/search?query=${encodeURIComponent(query)}`, signal ? { signal } : {});
}

export function readSuggestions(): Promise<Page<Person>> {
  return call('GET', '/me/suggestions');
}

export function dismissSuggestion(account: string): Promise<void> {
  return call('POST', `/me/suggestions/${encodeURIComponent(account)}/dismissal`);
}

export function readFollowRequests(cursor?: string): Promise<Page<Person>> {
  return call('GET', `/me/follow-requests${after(cursor)}`);
}

export function answerFollowRequest(account: string, accept: boolean): Promise<void> {
  const path = `/me/follow-requests/${encodeURIComponent(account)}`;
  return accept ? call('POST', `${path}/acceptance`) : call('DELETE', path);
}

function of(account: string, what: string): string {
  return `/accounts/${encodeURIComponent(account)}/${what}`;
}

function after(cursor: string | undefined): string {
  return cursor ? `?cursor=${encodeURIComponent(cursor)}` : '';
}
