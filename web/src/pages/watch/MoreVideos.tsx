import { useEffect, useState } from 'preact/hooks';
import type { Video } from '../../api/types';
import { listVideos } from '../../api/videos';
import { useLate } from '../../parts/late';
import { CardSkeleton, VideoCard } from '../../parts/VideoCard';
import { words } from '../../words';

const SHOWN = 12;

/** What else there is. Who watches misses nothing when it can't be had. */
export function MoreVideos({ besides }: { besides: string }) {
  const [videos, setVideos] = useState<Video[]>();
  const late = useLate();
  useEffect(() => {
    const request = new AbortController();
    listVideos({ limit: SHOWN + 1 }, request.signal).then(
      page => setVideos(page.items.filter(video => video.id !== besides).slice(0, SHOWN)),
      () => request.signal.aborted || setVideos([]),
    );
    return () => request.abort();
  }, [besides]);
  if (videos?.length === 0) return null;
  return (
    <>
      <h2 class="watch__more">{words.moreVideos}</h2>
      <ul class="watch__list" data-testid="more-videos">
        {videos?.map(video => (
          <li key={video.id}>
            <VideoCard video={video} small />
          </li>
        ))}
        {!videos && late && Array.from({ length: 6 }, (_, index) => <CardSkeleton key={index} small />)}
      </ul>
    </>
  );
}
