import { newKey } from '../../api/call';
import type { Place } from '../../router/router';
import type { Quality, Stop } from '../source';
import { trafficSourceOf } from './trafficSource';
import { Viewing } from './viewing';
import { wayOf } from './way';

export interface OpenViewing {
  failed: (code: Stop) => void;
  close: () => void;
}

interface Opening {
  video: string;
  element: HTMLVideoElement;
  place: Place;
  /** When playing was asked for, as `performance.now()` has it. */
  asked: number;
  quality: () => Quality | undefined;
}

/** Begins to follow what is watched of a video, as a session of its own: nothing ties it to another. */
export function openViewing({ video, element, place, asked, quality }: Opening): OpenViewing {
  const now = (): number => (performance.now() - asked) / 1000;
  const source = trafficSourceOf({
    path: place.path,
    query: place.query,
    before: place.before,
    referrer: document.referrer,
    origin: location.origin,
  });
  const hidden = (): boolean => document.visibilityState === 'hidden';
  const facts = { session: newKey(), source, now, hidden, quality, asked: 0 };
  const viewing = new Viewing(element, facts, wayOf(video, now));
  const turned = (): void => (hidden() ? viewing.hides() : viewing.looks());
  const left = (): void => viewing.leaves();
  const online = (): void => viewing.online();
  document.addEventListener('visibilitychange', turned);
  addEventListener('pagehide', left);
  addEventListener('online', online);
  return {
    failed: code => viewing.failed(code),
    close() {
      document.removeEventListener('visibilitychange', turned);
      removeEventListener('pagehide', left);
      removeEventListener('online', online);
      viewing.close();
    },
  };
}
