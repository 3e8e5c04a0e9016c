import { session } from '../../api/session';
import type { Video } from '../../api/types';
import { Icon } from '../../parts/Icon';
import { Progress } from '../../parts/Progress';
import { useStore } from '../../parts/store';
import { words } from '../../words';
import { percent } from '../../words/figures';

/** In the player's place while there is nothing to play, or never will be. */
export function Unplayable({ video }: { video: Video }) {
  const now = useStore(session);
  const own = now.state === 'in' && now.account.id === video.owner.id;
  return (
    <div class="stage" role="status" data-testid="unplayable" data-state={video.state}>
      {video.state === 'failed' ? (
        <>
          <Icon name="alert" size={44} />
          <h2>{words.failed}</h2>
          <p data-testid="failure" data-code={video.failure?.code}>
            {failureWords(video)}
          </p>
        </>
      ) : video.state === 'awaiting-upload' ? (
        <>
          <Icon name="upload" size={44} />
          <h2>{words.awaiting}</h2>
          <p>{own ? words.awaitingOwn : words.awaitingHint}</p>
          {own && (
            <a class="button" href={`/upload?video=${video.id}`}>
              {words.continueUpload}
            </a>
          )}
        </>
      ) : (
        <>
          <span class="stage__spinner">
            <span class="spinner" />
          </span>
          <h2>{words.processing}</h2>
          <p>{words.processingHint}</p>
          <div class="stage__progress">
            <Progress value={video.progress} label={words.processing} testId="processing-progress" />
            <span class="figures">{percent(video.progress)}</span>
          </div>
        </>
      )}
    </div>
  );
}

export function failureWords(video: Video): string {
  if (!video.failure) return '';
  return (words.problems as Record<string, string>)[video.failure.code] ?? video.failure.message;
}
