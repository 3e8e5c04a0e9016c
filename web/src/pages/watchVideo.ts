import { useCallback, useEffect, useState } from 'preact/hooks';
import { followVideo } from '../api/follow';
import { isAbort, problemOf, type Problem } from '../api/problem';
import { isSettled, type Video } from '../api/types';
import { getVideo } from '../api/videos';

export interface WatchedVideo {
  video: Video | undefined;
  problem: Problem | undefined;
  /** Reads it anew: with fresh links, or after something failed. */
  reload: () => Promise<Video>;
  set: (video: Video) => void;
}

/** A video, kept up to date while something can still become of it. */
export function useWatchedVideo(id: string): WatchedVideo {
  const [video, setVideo] = useState<Video>();
  const [problem, setProblem] = useState<Problem>();

  const reload = useCallback(
    async (signal?: AbortSignal) => {
      try {
        const found = await getVideo(id, signal);
        setVideo(found);
        setProblem(undefined);
        return found;
      } catch (thrown) {
        if (!isAbort(thrown)) setProblem(problemOf(thrown));
        throw thrown;
      }
    },
    [id],
  );
  useEffect(() => {
    const request = new AbortController();
    // What failed is shown; whoever asks for a reload hears of it too.
    reload(request.signal).catch(() => {});
    return () => request.abort();
  }, [reload]);

  const unsettled = video !== undefined && !isSettled(video);
  useEffect(() => {
    if (!unsettled) return;
    return followVideo(id, setVideo, () => void reload().catch(() => {}));
  }, [id, unsettled, reload]);

  return { video, problem, reload: () => reload(), set: setVideo };
}
