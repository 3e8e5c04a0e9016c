import { wayTo } from '../player/viewing/way';
import { currentPlace, onMove } from '../router/router';
import type { Impression } from './page';
import { PART, Watcher } from './watcher';

export interface Watching {
  add: (card: Element, video: string) => void;
  remove: (card: Element) => void;
  /** A card of the page with this path was followed. */
  followed: (video: string, path: string) => void;
}

/** Begins to watch which cards are in sight, for as long as the document is there. */
export function openWatching(): Watching {
  const now = (): number => performance.now();
  const watcher = new Watcher({
    now,
    hidden: () => document.visibilityState === 'hidden',
    path: () => currentPlace().path,
    way: session =>
      wayTo<Impression>('/api/v1/impressions', told => ({
        session,
        impressions: told.map(({ at, ...card }) => ({ ...card, seenSeconds: Math.round(now() - at) / 1000 })),
      })),
  });
  const observer = new IntersectionObserver(
    seen => seen.forEach(one => watcher.looked(one.target, one.intersectionRatio >= PART)),
    { threshold: PART },
  );
  document.addEventListener('visibilitychange', () => watcher.turned());
  addEventListener('pagehide', () => watcher.leaves());
  addEventListener('online', () => watcher.online());
  onMove(() => watcher.moved());
  return {
    add(card, video) {
      watcher.add(card, video);
      observer.observe(card);
    },
    remove(card) {
      observer.unobserve(card);
      watcher.remove(card);
    },
    followed: (video, path) => watcher.followed(video, path),
  };
}
