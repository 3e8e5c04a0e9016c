import { useEffect, useRef, useState } from 'preact/hooks';
import { isAbort, problemOf, type Problem } from '../../api/problem';
import { session } from '../../api/session';
import { learn, onPostNews } from '../../api/social/postStore';
import { readTimeline, type TimelineQuery } from '../../api/social/timelines';
import type { Post, TimelineItem } from '../../api/social/types';
import { currentPlace } from '../../router/router';
import { stretchOf, unknownOf, withFirst, withNext, type Stretch } from './entries';

export interface TimelineState {
  /** Absent until the first page is there. */
  list: Stretch[] | undefined;
  problem: Problem | undefined;
  loading: boolean;
  more: boolean;
  loadMore: () => void;
  retry: () => void;
  /** Begins anew. */
  reload: () => void;
  /** Entries that came since, not shown yet. */
  fresh: readonly TimelineItem[];
  /** Whether there are more of them than were asked for. */
  freshMore: boolean;
  showFresh: () => void;
  /** Asks for what came since. */
  catchUp: () => void;
}

interface Kept {
  list: Stretch[];
  cursor: string | undefined;
  newest: string | undefined;
}

export interface TimelineOptions {
  /** What is sent with every question. */
  query?: TimelineQuery;
  /** Whether a post that the viewer has just published belongs into it, at the top. */
  takes?: (post: Post) => boolean;
}

/** Lists as they were when their page was left: who comes back finds the same place. */
const left = new Map<string, Kept>();

/** The list at a path of the API, page by page; `key` tells it from others, and whose eyes it is for. */
export function useTimeline(path: string, key: string, options: TimelineOptions = {}): TimelineState {
  const [kept, setKept] = useState<Kept | undefined>(() => (currentPlace().returning ? left.get(key) : undefined));
  const [problem, setProblem] = useState<Problem>();
  const [loading, setLoading] = useState(false);
  const [fresh, setFresh] = useState<readonly TimelineItem[]>([]);
  const [freshMore, setFreshMore] = useState(false);
  const request = useRef<AbortController | undefined>(undefined);
  const present = useRef(kept);
  present.current = kept;
  const { query, takes } = options;

  const load = async (cursor: string | undefined): Promise<void> => {
    request.current?.abort();
    const mine = (request.current = new AbortController());
    setLoading(true);
    setProblem(undefined);
    try {
      const page = await readTimeline(path, { ...query, ...(cursor && { cursor }) }, mine.signal);
      learn(page.items);
      const before = cursor ? present.current : undefined;
      setKept({
        list: before ? withNext(before.list, page.items) : page.items.length > 0 ? [stretchOf(page.items)] : [],
        cursor: page.nextCursor ?? undefined,
        newest: before ? before.newest : (page.newest ?? undefined),
      });
      if (!cursor) {
        setFresh([]);
        setFreshMore(false);
      }
      setLoading(false);
    } catch (thrown) {
      if (isAbort(thrown)) return;
      setProblem(problemOf(thrown));
      setLoading(false);
    }
  };

  useEffect(() => {
    if (!present.current) void load(undefined);
    return () => {
      request.current?.abort();
      if (present.current) left.set(key, present.current);
    };
  }, [key]);

  useEffect(
    () =>
      onPostNews(news => {
        if (news.what !== 'published' || !takes?.(news.post)) return;
        setKept(now => now && { ...now, list: withFirst(now.list, [news.post]) });
      }),
    [key],
  );

  const freshNewest = useRef<string | undefined>(undefined);
  const asking = useRef(false);
  const catchUp = async (): Promise<void> => {
    const since = present.current?.newest;
    if (!since || asking.current) return;
    asking.current = true;
    try {
      const page = await readTimeline(path, { ...query, since });
      learn(page.items);
      const found = unknownOf(page.items, present.current?.list ?? []);
      freshNewest.current = page.newest ?? since;
      setFresh(found);
      setFreshMore(Boolean(page.nextCursor));
    } catch {
      // It is asked again soon; what is shown is still right.
    } finally {
      asking.current = false;
    }
  };

  const showFresh = (): void => {
    // Between so many and what is shown there would be a gap.
    if (freshMore) return void load(undefined);
    setKept(now => now && { ...now, list: withFirst(now.list, fresh), newest: freshNewest.current ?? now.newest });
    setFresh([]);
  };

  return {
    list: kept?.list,
    problem,
    loading,
    more: kept?.cursor !== undefined,
    loadMore: () => {
      if (kept?.cursor && !loading) void load(kept.cursor);
    },
    retry: () => void load(kept?.cursor),
    reload: () => void load(undefined),
    fresh,
    freshMore,
    showFresh,
    catchUp: () => void catchUp(),
  };
}

// Another person may be in front of the screen: nothing of the last one's lists stays.
session.subscribe(now => {
  if (now.state === 'out') left.clear();
});
