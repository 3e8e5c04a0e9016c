import type { PageProps } from '../routes';
import { isPlayable } from '../api/types';
import { Empty, Failed } from '../parts/Notice';
import { Player } from '../player/Player';
import { useTitle } from '../parts/title';
import { words } from '../words';
import { Unplayable } from './watch/Unplayable';
import { useWatchedVideo } from './watchVideo';
import './embed.css';
import './watch/watch.css';

/** The player alone, for a frame in another page. It loads nothing of the video before somebody wants it. */
export default function EmbedPage({ id }: PageProps) {
  const { video, problem, reload } = useWatchedVideo(id);
  useTitle(video?.title);
  return (
    <main class="embed" id="main" tabIndex={-1} data-testid="embed" data-state={video?.state}>
      {!video && problem?.status === 404 && (
        <Empty icon="gone" title={words.missingVideo} hint={words.missingVideoHint} testId="video-missing" main />
      )}
      {!video && problem && problem.status !== 404 && (
        <Failed
          title={words.playbackFailed}
          problem={problem}
          testId="watch-failed"
          retry={() => void reload().catch(() => {})}
        />
      )}
      {video && !isPlayable(video) && <Unplayable video={video} />}
      {video && isPlayable(video) && <Player video={video} autoplay={false} lazy onExpired={reload} />}
      {video && (
        <h1 class="embed__title" dir="auto">
          <a href={`/watch/${video.id}`} target="_blank" rel="noopener" data-testid="embed-title">
            {video.title}
          </a>
        </h1>
      )}
    </main>
  );
}
