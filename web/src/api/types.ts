/** The API's shapes: see /api/docs of a running program. */

export type VideoState = 'awaiting-upload' | 'processing' | 'ready' | 'failed';
export type Visibility = 'public' | 'unlisted' | 'private';

export const VISIBILITIES: readonly Visibility[] = ['public', 'unlisted', 'private'];

export interface Rendition {
  name: string;
  width: number;
  height: number;
  /** Bits per second, at most, with audio. */
  bitrate: number;
}

/** Addresses; each is absent while there is nothing yet. */
export interface Playback {
  hls?: string;
  dash?: string;
  poster?: string;
  storyboard?: string;
}

/** Only the id is there while the user service does not answer. */
export interface Owner {
  id: string;
  username?: string;
  displayName?: string;
  /** In several sizes, or the address of one. */
  avatar?: Picture | string | null;
}

/** A picture of a person in several sizes: the keys are pixels of its width. */
export interface Picture {
  url: string;
  sizes?: Record<string, string>;
}

export interface Video {
  id: string;
  title: string;
  description?: string;
  state: VideoState;
  /** 0 to 1. */
  progress: number;
  failure?: { code: string; message: string };
  visibility: Visibility;
  durationSeconds?: number;
  width?: number;
  height?: number;
  renditions?: Rendition[];
  playback?: Playback;
  owner: Owner;
  tags?: string[];
  createdAt: string;
  publishedAt?: string;
}

export interface VideoDetails {
  title: string;
  description?: string;
  tags?: string[];
  visibility?: Visibility;
}

export interface PersonLink {
  name: string;
  url: string;
}

/** What anybody may see of a person. */
export interface Profile {
  id: string;
  username: string;
  displayName: string;
  createdAt: string;
  biography?: string;
  links?: PersonLink[];
  avatar?: Picture | null;
  banner?: Picture | null;
  privateAccount?: boolean;
  madeForKids?: boolean;
}

export type AccountState = 'active' | 'awaiting-approval' | 'suspended' | 'leaving';

/** What a person sees of himself or herself. */
export interface Account extends Profile {
  email?: string;
  emailVerified?: boolean;
  birthDate?: string;
  roles?: string[];
  state?: AccountState;
  /** In which the person is written to. */
  locale?: string;
  /** Of what the person makes. */
  language?: string | null;
}

export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}

/** Whether no other state can follow. */
export function isSettled(video: Video): boolean {
  return video.state === 'ready' || video.state === 'failed';
}

export function isPlayable(video: Video): boolean {
  return video.playback?.hls !== undefined && video.state !== 'failed';
}
