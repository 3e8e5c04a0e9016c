import { useEffect, useRef } from 'preact/hooks';
import type { Video } from '../api/types';
import { nameOf } from '../parts/Avatar';
import type { MediaState } from './media';
import { keepPosition } from './positions';
import type { Remote } from './remote';

/** Seconds between two notes of the position. */
const KEEP_EVERY = 5;

/** Keeps the position, so that the video goes on there the next time. */
export function useKeptPosition(video: Video, media: MediaState, total: number): void {
  const latest = useRef({ time: 0, total });
  const noted = useRef(0);
  if (media.started && media.time > 0) latest.current = { time: media.ended ? total : media.time, total };
  useEffect(() => {
    if (!media.started || (Math.abs(media.time - noted.current) < KEEP_EVERY && !media.paused)) return;
    noted.current = media.time;
    keepPosition(video.id, latest.current.time, latest.current.total);
  }, [media.time, media.paused]);
  useEffect(() => {
    const keep = (): void => {
      if (latest.current.time > 0) keepPosition(video.id, latest.current.time, latest.current.total);
    };
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, [video.id]);
}

/** Lets the keys of a keyboard, a headset or a locked screen work, and tells them what is playing. */
export function useMediaSession(video: Video, remote: Remote | undefined, active: boolean): void {
  useEffect(() => {
    const session = navigator.mediaSession;
    if (!session || !remote || !active) return;
    const poster = video.playback?.poster;
    session.metadata = new MediaMetadata({
      title: video.title,
      artist: nameOf(video.owner),
      artwork: poster ? [{ src: new URL(poster, location.href).href }] : [],
    });
    session.setActionHandler('seekbackward', () => remote.seekBy(-10));
    session.setActionHandler('seekforward', () => remote.seekBy(10));
    session.setActionHandler('seekto', details => remote.seek(details.seekTime ?? 0));
    return () => {
      session.metadata = null;
      (['seekbackward', 'seekforward', 'seekto'] as const).forEach(name => session.setActionHandler(name, null));
    };
  }, [video.id, video.title, remote, active]);
}
