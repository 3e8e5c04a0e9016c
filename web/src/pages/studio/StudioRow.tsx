import { useEffect } from 'preact/hooks';
import { followVideo } from '../../api/follow';
import { isPlayable, isSettled, type Video, type VideoState } from '../../api/types';
import { Age } from '../../parts/Age';
import { Icon } from '../../parts/Icon';
import { Progress } from '../../parts/Progress';
import { Thumbnail } from '../../parts/Thumbnail';
import { VisibilityBadge } from '../../parts/VisibilityBadge';
import { words } from '../../words';
import { percent } from '../../words/figures';
import { failureWords } from '../watch/Unplayable';

interface RowProps {
  video: Video;
  onChange: (video: Video) => void;
  onGone: (id: string) => void;
  onEdit: (video: Video) => void;
  onDelete: (video: Video) => void;
}

const TONES: Record<VideoState, string> = {
  'awaiting-upload': 'badge',
  processing: 'badge badge--wait',
  ready: 'badge badge--good',
  failed: 'badge badge--danger',
};

/** One of my videos: how it stands, and what can be done with it. */
export function StudioRow({ video, onChange, onGone, onEdit, onDelete }: RowProps) {
  const followed = video.state === 'processing';
  useEffect(() => {
    if (followed && !isSettled(video)) return followVideo(video.id, onChange, () => onGone(video.id));
    return undefined;
  }, [video.id, followed]);
  const draft = video.state === 'awaiting-upload';
  const address = draft ? `/upload?video=${video.id}` : `/watch/${video.id}`;
  return (
    <li class="row" data-preview data-testid="studio-row" data-video-id={video.id} data-state={video.state}>
      <a class="row__picture" href={address} tabIndex={-1} aria-hidden="true">
        <Thumbnail video={video} />
      </a>
      <div class="row__words">
        <h2 class="row__title" dir="auto">
          <a href={address} data-testid="studio-watch">
            {video.title}
          </a>
        </h2>
        <p class="row__about">
          <span class={TONES[video.state]} data-testid="studio-state">
            {words.videoStates[video.state]}
          </span>
          <VisibilityBadge visibility={video.visibility} />
          <Age time={video.createdAt} />
        </p>
        {video.state === 'failed' && <p class="row__failure">{failureWords(video)}</p>}
        {video.state === 'processing' && (
          <div class="row__progress">
            <Progress value={video.progress} label={words.progressOf(video.title)} testId="studio-progress" />
            <span class="figures">{percent(video.progress)}</span>
            {isPlayable(video) && <span class="soft">{words.uploadStates.playable}</span>}
          </div>
        )}
      </div>
      <div class="row__actions">
        {draft && (
          <a class="button" href={`/upload?video=${video.id}`}>
            {words.continueUpload}
          </a>
        )}
        {!draft && (
          <a
            class="icon-button"
            href={`/studio/videos/${video.id}/analytics`}
            aria-label={words.analyticsOf(video.title)}
            title={words.analytics}
            data-testid="studio-analytics"
          >
            <Icon name="poll" size={22} />
          </a>
        )}
        <button
          class="icon-button"
          aria-label={words.editOf(video.title)}
          title={words.edit}
          data-testid="studio-edit"
          onClick={() => onEdit(video)}
        >
          <Icon name="edit" size={22} />
        </button>
        <button
          class="icon-button"
          aria-label={words.deleteOf(video.title)}
          title={words.delete}
          data-testid="studio-delete"
          onClick={() => onDelete(video)}
        >
          <Icon name="trash" size={22} />
        </button>
      </div>
    </li>
  );
}
