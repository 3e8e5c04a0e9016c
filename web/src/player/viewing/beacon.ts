import type { Interval } from './intervals';

/** How somebody came to a video. */
export type TrafficSource =
  | 'home'
  | 'search'
  | 'profile'
  | 'hashtag'
  | 'notification'
  | 'related'
  | 'playlist'
  | 'embed'
  | 'external'
  | 'direct';

export type BeaconEvent = 'start' | 'progress' | 'pause' | 'end' | 'exit';

/** How well it played since the last beacon. */
export interface PlaybackQuality {
  /** From wanting to play to the first picture; once. */
  startupSeconds?: number;
  stalls?: number;
  stalledSeconds?: number;
  /** Lines, and bits per second, of what is shown. */
  height?: number;
  bitrate?: number;
  errors?: string[];
  /** It was wanted, and left before it began. */
  exitedBeforeStart?: boolean;
  droppedFrames?: number;
}

/** What was watched since the last one: `POST /api/v1/videos/{id}/views`. */
export interface Beacon {
  session: string;
  /** The same when it is sent again, so that nothing counts twice. */
  sequence: number;
  intervals: Interval[];
  positionSeconds: number;
  /** On the session's own clock, when this part ended. */
  elapsedSeconds: number;
  rate: number;
  hiddenSeconds?: number;
  event: BeaconEvent;
  source: TrafficSource;
  quality?: PlaybackQuality;
}
