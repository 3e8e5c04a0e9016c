import { useEffect, useState } from 'preact/hooks';

/** What a media element is doing. Times in seconds. */
export interface MediaState {
  paused: boolean;
  /** Wants to play and has nothing to show. */
  waiting: boolean;
  ended: boolean;
  /** Whether anything has been played yet. */
  started: boolean;
  time: number;
  /** 0 until it is known. */
  duration: number;
  buffered: readonly (readonly [number, number])[];
  volume: number;
  muted: boolean;
  rate: number;
}

const INITIAL: MediaState = {
  paused: true,
  waiting: false,
  ended: false,
  started: false,
  time: 0,
  duration: 0,
  buffered: [],
  volume: 1,
  muted: false,
  rate: 1,
};

const CHANGES = [
  'play',
  'pause',
  'playing',
  'waiting',
  'seeking',
  'seeked',
  'ended',
  'timeupdate',
  'durationchange',
  'progress',
  'volumechange',
  'ratechange',
  'emptied',
  'loadeddata',
];

/** Follows a media element. */
export function useMedia(video: HTMLVideoElement | null): MediaState {
  const [state, setState] = useState(INITIAL);
  useEffect(() => {
    if (!video) return;
    let waiting = false;
    let started = false;
    const follow = (event: Event): void => {
      if (event.type === 'waiting' || event.type === 'seeking') waiting = true;
      if (event.type === 'playing' || event.type === 'seeked' || event.type === 'pause') waiting = false;
      if (event.type === 'timeupdate' && video.currentTime > 0 && video.readyState > 2) waiting = false;
      if (event.type === 'playing') started = true;
      setState(read(video, waiting && !video.paused, started));
    };
    CHANGES.forEach(name => video.addEventListener(name, follow));
    setState(read(video, false, false));
    return () => CHANGES.forEach(name => video.removeEventListener(name, follow));
  }, [video]);
  return state;
}

function read(video: HTMLVideoElement, waiting: boolean, started: boolean): MediaState {
  return {
    paused: video.paused,
    waiting,
    ended: video.ended,
    started,
    time: video.currentTime,
    duration: Number.isFinite(video.duration) ? video.duration : 0,
    buffered: Array.from({ length: video.buffered.length }, (_, i) => [video.buffered.start(i), video.buffered.end(i)]),
    volume: video.volume,
    muted: video.muted,
    rate: video.playbackRate,
  };
}
