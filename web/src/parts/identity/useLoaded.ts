import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { isAbort, problemOf, type Problem } from '../../api/problem';

export interface LoadedState<T> {
  /** Absent until it is there. */
  data: T | undefined;
  problem: Problem | undefined;
  loading: boolean;
  /** Loads again; what is shown stays until then. */
  reload: () => Promise<void>;
  /** What is known without asking, after a change that was just made. */
  set: (data: T) => void;
}

/** What a page reads when it is opened, and whenever `key` changes. */
export function useLoaded<T>(load: () => Promise<T>, key: string = ''): LoadedState<T> {
  const [data, setData] = useState<T>();
  const [problem, setProblem] = useState<Problem>();
  const [loading, setLoading] = useState(true);
  const latest = useRef(0);
  const work = useRef(load);
  work.current = load;
  const reload = useCallback(async () => {
    const mine = ++latest.current;
    setLoading(true);
    setProblem(undefined);
    try {
      const read = await work.current();
      if (mine === latest.current) setData(() => read);
    } catch (thrown) {
      if (mine === latest.current && !isAbort(thrown)) setProblem(problemOf(thrown));
    }
    if (mine === latest.current) setLoading(false);
  }, []);
  useEffect(() => {
    void reload();
    return () => {
      latest.current++;
    };
  }, [key]);
  return { data, problem, loading, reload, set: next => setData(() => next) };
}
