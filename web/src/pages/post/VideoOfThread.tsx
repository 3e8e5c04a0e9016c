import { useEffect, useState } from 'preact/hooks';
import type { Video } from '../../api/types';
import { getVideo } from '../../api/videos';
import { VideoCard } from '../../parts/VideoCard';

/** What a comment is on. Whoever reads the comment misses nothing when the video can't be had. */
export function VideoOfThread({ id }: { id: string }) {
  const [video, setVideo] = useState<Video>();
  useEffect(() => {
    const request = new AbortController();
    getVideo(id, request.signal).then(setVideo, () => {});
    return () => request.abort();
  }, [id]);
  return <div class="thread__video">{video && <VideoCard video={video} small />}</div>;
}
