import { useEffect, useState } from 'preact/hooks';
import type { PageProps } from '../routes';
import { isPlayable, type Video } from '../api/types';
import { memory } from '../parts/memory';
import { Empty, Failed } from '../parts/Notice';
import { useTitle } from '../parts/title';
import { usePlace } from '../router/router';
import { words } from '../words';
import { Player } from '../player/Player';
import { prepareSource } from '../player/source';
import { CommentsBelow } from './watch/CommentsBelow';
import { MoreVideos } from './watch/MoreVideos';
import { Unplayable } from './watch/Unplayable';
import { VideoDetails } from './watch/VideoDetails';
import { useWatchedVideo } from './watchVideo';
import './watch/watch.css';

const theatreKept = memory<boolean>('theatre');

export default function WatchPage({ id }: PageProps) {
  const { video, problem, reload } = useWatchedVideo(id);
  const [theatre, setTheatre] = useState(theatreKept.get() ?? false);
  const { query } = usePlace();
  useTitle(video?.title);
  // While the video's data are on their way, so is what plays it.
  useEffect(prepareSource, []);

  if (!video && problem?.status === 404) {
    return (
      <Empty icon="gone" title={words.missingVideo} hint={words.missingVideoHint} testId="video-missing" main>
        <a class="button button--primary" href="/">
          {words.toHome}
        </a>
      </Empty>
    );
  }
  if (!video && problem) {
    return (
      <Failed
        title={words.playbackFailed}
        problem={problem}
        testId="watch-failed"
        retry={() => void reload().catch(() => {})}
      />
    );
  }
  const toggle = (): void => {
    setTheatre(!theatre);
    theatreKept.set(!theatre);
  };
  return (
    <div class={theatre ? 'watch watch--theatre' : 'watch'} data-testid="watch" data-state={video?.state}>
      <div class={isPortrait(video) ? 'watch__stage watch__stage--portrait' : 'watch__stage'}>
        {video && !isPlayable(video) && <Unplayable video={video} />}
        {video && isPlayable(video) && (
          <Player
            key={video.id}
            video={video}
            autoplay
            from={startOf(query)}
            theatre={{ on: theatre, toggle }}
            onExpired={reload}
          />
        )}
      </div>
      <div class="watch__words">
        {video && <VideoDetails video={video} />}
        {video && <CommentsBelow key={video.id} video={video} />}
      </div>
      <aside class="watch__side" aria-label={words.moreVideos}>
        {video && <MoreVideos besides={video.id} />}
      </aside>
    </div>
  );
}

function isPortrait(video: Video | undefined): boolean {
  return (video?.height ?? 0) > (video?.width ?? 0);
}

/** `?t=90` begins there. */
function startOf(query: URLSearchParams): number | undefined {
  const seconds = Number(query.get('t') ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
