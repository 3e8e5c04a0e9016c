import { useEffect, useRef, useState } from 'preact/hooks';
import { getStats } from '../api/stats';

/** Milliseconds that a count on a card is good for. */
const FRESH = 60_000;

/** Milliseconds that nobody asks after the service was away: a page is whole without counts. */
const REST = 60_000;

/** Questions at once: the page has better things to load. */
const ASKING_MAX = 2;

/** Milliseconds that a first view has to itself. */
const SETTLE = 400;

interface Known {
  views: number;
  at: number;
}

const known = new Map<string, Known>();
const wanted = new Map<string, Set<(views: number) => void>>();
let asking = 0;
let restsUntil = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The views of a video once its card was near the window; nothing while they are not known. */
export function useViewCount(video: string) {
  const place = useRef<HTMLSpanElement>(null);
  const [views, setViews] = useState(known.get(video)?.views);
  useEffect(() => {
    const before = known.get(video);
    if (before) setViews(before.views);
    if (!place.current || (before && Date.now() - before.at < FRESH)) return;
    let stop = (): void => {};
    const observer = new IntersectionObserver(
      seen => {
        if (!seen.some(one => one.isIntersecting)) return;
        observer.disconnect();
        stop = want(video, setViews);
      },
      { rootMargin: '200px' },
    );
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      stop();
    };
  }, [video]);
  return { place, views };
}

function want(video: string, tell: (views: number) => void): () => void {
  const listeners = wanted.get(video) ?? new Set();
  wanted.set(video, listeners);
  listeners.add(tell);
  timer ??= setTimeout(askNext, SETTLE);
  return () => {
    listeners.delete(tell);
    if (listeners.size === 0) wanted.delete(video);
  };
}

function askNext(): void {
  timer = undefined;
  if (Date.now() < restsUntil) return wanted.clear();
  for (const [video, listeners] of wanted) {
    if (asking >= ASKING_MAX) return;
    wanted.delete(video);
    asking++;
    void getStats(video)
      .then(
        ({ views }) => {
          known.set(video, { views, at: Date.now() });
          listeners.forEach(tell => tell(views));
        },
        () => (restsUntil = Date.now() + REST),
      )
      .finally(() => {
        asking--;
        askNext();
      });
  }
}
