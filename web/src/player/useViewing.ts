import { useEffect, useRef } from 'preact/hooks';
import { currentPlace } from '../router/router';
import type { Quality, Stop } from './source';
import type { OpenViewing } from './viewing/open';

interface ViewingOptions {
  video: string;
  element: HTMLVideoElement | null;
  /** Somebody wants it to play. */
  wanted: boolean;
}

/** Gets what the player shows, and why it stopped, as soon as it knows. */
export type TellViewing = (shown: Quality | undefined, stopped: Stop | undefined) => void;

/** Tells the server what is watched. The code for it comes beside what plays; without it all plays the same. */
export function useViewing({ video, element, wanted }: ViewingOptions): TellViewing {
  const open = useRef<OpenViewing | undefined>(undefined);
  const shown = useRef<Quality | undefined>(undefined);
  const failure = useRef<Stop | undefined>(undefined);
  useEffect(() => {
    if (!element || !wanted) return;
    let over = false;
    const asked = performance.now();
    const place = currentPlace();
    import('./viewing/open').then(
      ({ openViewing }) => {
        if (over) return;
        open.current = openViewing({ video, element, place, asked, quality: () => shown.current });
        if (failure.current) open.current.failed(failure.current);
      },
      () => {},
    );
    return () => {
      over = true;
      open.current?.close();
      open.current = undefined;
    };
  }, [video, element, wanted]);
  return (quality, stopped) => {
    shown.current = quality;
    if (stopped === failure.current) return;
    failure.current = stopped;
    if (stopped) open.current?.failed(stopped);
  };
}
