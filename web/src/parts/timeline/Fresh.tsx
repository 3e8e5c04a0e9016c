import { useEffect } from 'preact/hooks';
import { onLive } from '../../live/stream';
import { words } from '../../words';
import { number } from '../../words/figures';
import { countOf } from './entries';
import type { TimelineState } from './useTimeline';

/** Milliseconds between questions while a list is looked at; the live stream tells most things sooner. */
const POLL = 30_000;

/** Milliseconds in which what the stream tells is asked for together. */
const GATHER = 250;

/** Keeps asking for what is new while the page is looked at. */
export function useCatchUp(of: TimelineState, live: boolean): void {
  const ready = of.list !== undefined;
  useEffect(() => {
    if (!ready) return;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      clearTimeout(gathering);
      gathering = setTimeout(of.catchUp, GATHER);
    };
    const seen = (): void => {
      if (document.visibilityState === 'visible') soon();
    };
    const timer = setInterval(seen, POLL);
    document.addEventListener('visibilitychange', seen);
    const quiet = live ? [onLive('home', soon), onLive('resumed', soon)] : [];
    return () => {
      clearTimeout(gathering);
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
      quiet.forEach(stop => stop());
    };
  }, [ready, live]);
}

/** Says how many posts are new; a press shows them. Nothing moves before. */
export function Fresh({ of }: { of: TimelineState }) {
  const count = of.fresh.length;
  const empty = of.list !== undefined && countOf(of.list) === 0;
  useEffect(() => {
    // Nothing is there that could jump.
    if (empty && count > 0) of.showFresh();
  }, [empty, count]);
  const show = (): void => {
    of.showFresh();
    scrollTo({ top: 0 });
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  const said = of.freshMore ? `${number(count)}+` : number(count);
  return (
    <div class="fresh" role="status">
      {count > 0 && !empty && (
        <button class="fresh__pill" onClick={show} data-testid="new-posts" data-count={count}>
          {words.social.newPosts(said, count === 1)}
        </button>
      )}
    </div>
  );
}
