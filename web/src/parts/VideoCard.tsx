import type { Video } from '../api/types';
import { words } from '../words';
import { number, percent, short } from '../words/figures';
import { Age } from './Age';
import { Avatar, nameOf } from './Avatar';
import { useImpression } from './impressions';
import { Thumbnail } from './Thumbnail';
import { useViewCount } from './viewCounts';
import { VisibilityBadge } from './VisibilityBadge';
import { watchedShare } from '../player/positions';
import './video-card.css';

interface CardProps {
  video: Video;
  eager?: boolean;
  /** A small picture beside the words, for lists at the side. */
  small?: boolean;
}

export function VideoCard({ video, eager = false, small = false }: CardProps) {
  // A small card stands in a section that has a heading of its own.
  const Heading = small ? 'h3' : 'h2';
  const card = useImpression<HTMLElement>(video.id);
  return (
    <article
      ref={card}
      class={small ? 'card card--small' : 'card'}
      data-preview
      data-testid="video-card"
      data-video-id={video.id}
      data-state={video.state}
    >
      <Thumbnail video={video} eager={eager} watched={watchedShare(video)} />
      <div class="card__words">
        {!small && <Avatar owner={video.owner} />}
        <div class="card__text">
          <Heading class="card__title" dir="auto" title={video.title}>
            <a class="card__link" href={`/watch/${video.id}`} data-testid="video-card-link">
              {video.title}
            </a>
          </Heading>
          <p class="card__about" dir="auto">
            {nameOf(video.owner)}
          </p>
          <p class="card__about">
            <Age time={video.publishedAt ?? video.createdAt} />
            <Views video={video.id} />
          </p>
          {video.visibility !== 'public' && <VisibilityBadge visibility={video.visibility} />}
          {video.state === 'processing' && (
            <span class="badge badge--wait">
              {words.videoStates.processing} {percent(video.progress)}
            </span>
          )}
        </div>
      </div>
    </article>
  );
}

/** At the end of its line: it comes later than the card, and moves nothing. */
function Views({ video }: { video: string }) {
  const { place, views } = useViewCount(video);
  return (
    <span class="card__views figures" ref={place}>
      {views !== undefined && (
        <>
          <span class="card__dot" aria-hidden="true" />
          <span title={words.views(number(views), views === 1)} data-testid="card-views">
            {words.views(short(views), views === 1)}
          </span>
        </>
      )}
    </span>
  );
}

/** The room that a card will take. */
export function CardSkeleton({ small = false }: { small?: boolean }) {
  return (
    <div class={small ? 'card card--small' : 'card'} aria-hidden="true">
      <div class="thumbnail skeleton" />
      <div class="card__words">
        {!small && <span class="avatar skeleton" />}
        <div class="card__text">
          <span class="card__line skeleton" />
          <span class="card__line card__line--short skeleton" />
        </div>
      </div>
    </div>
  );
}
