import { useEffect, useRef, useState } from 'preact/hooks';
import { problemOf, type Problem } from '../../api/problem';
import type { Page } from '../../api/types';

export interface PagesState<T> {
  /** Absent until the first page is there. */
  items: T[] | undefined;
  problem: Problem | undefined;
  loading: boolean;
  more: boolean;
  loadMore: () => void;
  reload: () => void;
  change: (next: (items: T[]) => T[]) => void;
}

/** A list that comes page by page; begins anew whenever `key` changes. */
export function usePages<T>(read: (cursor: string | undefined) => Promise<Page<T>>, key: string = ''): PagesState<T> {
  const [items, setItems] = useState<T[]>();
  const [cursor, setCursor] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [loading, setLoading] = useState(true);
  const latest = useRef(0);
  const load = async (from: string | undefined): Promise<void> => {
    const mine = ++latest.current;
    setLoading(true);
    setProblem(undefined);
    try {
      const page = await read(from);
      if (mine !== latest.current) return;
      setItems(before => (from ? [...(before ?? []), ...page.items] : page.items));
      setCursor(page.nextCursor ?? undefined);
    } catch (thrown) {
      if (mine !== latest.current) return;
      setProblem(problemOf(thrown));
    }
    setLoading(false);
  };
  useEffect(() => {
    void load(undefined);
    return () => {
      latest.current++;
    };
  }, [key]);
  return {
    items,
    problem,
    loading,
    more: cursor !== undefined,
    loadMore: () => void load(cursor),
    reload: () => void load(undefined),
    change: next => setItems(before => before && next(before)),
  };
}
