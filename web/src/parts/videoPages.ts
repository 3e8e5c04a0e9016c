import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { isAbort, problemOf, type Problem } from '../api/problem';
import type { Video } from '../api/types';
import { listVideos } from '../api/videos';
import { currentPlace } from '../router/router';

interface Kept {
  videos: Video[];
  cursor: string | undefined;
}

export interface VideoPages {
  /** Absent until the first page is there. */
  videos: Video[] | undefined;
  loading: boolean;
  problem: Problem | undefined;
  /** Whether there are more to load. */
  more: boolean;
  loadMore: () => void;
  retry: () => void;
  replace: (video: Video) => void;
  remove: (id: string) => void;
}

/** Lists as they were when their page was left: who comes back finds the same place. */
const left = new Map<string, Kept>();

/** The recent videos of everybody, or all of one person, page by page. */
export function useVideoPages(owner?: string): VideoPages {
  const key = owner ?? '';
  const [list, setList] = useState<Kept | undefined>(() => (currentPlace().returning ? left.get(key) : undefined));
  const [problem, setProblem] = useState<Problem>();
  const [loading, setLoading] = useState(false);
  const request = useRef<AbortController | undefined>(undefined);
  const present = useRef(list);
  present.current = list;

  const load = useCallback(
    async (cursor: string | undefined) => {
      request.current?.abort();
      const mine = (request.current = new AbortController());
      setLoading(true);
      setProblem(undefined);
      try {
        const page = await listVideos({ ...(owner && { owner }), ...(cursor && { cursor }) }, mine.signal);
        const before = cursor ? (present.current?.videos ?? []) : [];
        setList({ videos: withoutRepeats([...before, ...page.items]), cursor: page.nextCursor ?? undefined });
        setLoading(false);
      } catch (thrown) {
        if (isAbort(thrown)) return;
        setProblem(problemOf(thrown));
        setLoading(false);
      }
    },
    [owner],
  );

  useEffect(() => {
    if (!present.current) void load(undefined);
    return () => {
      request.current?.abort();
      if (present.current) left.set(key, present.current);
    };
  }, [key]);

  const change = (next: (videos: Video[]) => Video[]): void =>
    setList(kept => kept && { ...kept, videos: next(kept.videos) });

  return {
    videos: list?.videos,
    loading,
    problem,
    more: list?.cursor !== undefined,
    loadMore: () => {
      if (list?.cursor && !loading) void load(list.cursor);
    },
    retry: () => void load(list?.cursor),
    replace: video => change(videos => videos.map(one => (one.id === video.id ? video : one))),
    remove: id => change(videos => videos.filter(one => one.id !== id)),
  };
}

/** A video may move from one page to the next while they are read. */
function withoutRepeats(videos: Video[]): Video[] {
  return [...new Map(videos.map(video => [video.id, video])).values()];
}
