import type { PostVideo } from '../../api/social/types';
import { words } from '../../words';
import { length } from '../../words/figures';
import { Icon } from '../Icon';
import { useImpression } from '../impressions';

/** The video of a post; it plays on its own page. */
export function PostVideoCard({ video }: { video: PostVideo }) {
  const name = words.social.playVideo(video.title);
  const card = useImpression<HTMLAnchorElement>(video.id);
  return (
    <a ref={card} class="clip" href={`/watch/${video.id}`} aria-label={name} data-testid="post-video">
      <span class="clip__picture">
        {video.poster && <img src={video.poster} alt="" loading="lazy" decoding="async" />}
        <span class="clip__play">
          <Icon name="play" size={28} />
        </span>
        {video.durationSeconds !== undefined && (
          <span class="thumbnail__time figures">{length(video.durationSeconds)}</span>
        )}
      </span>
      <span class="clip__title" dir="auto">
        {video.title}
      </span>
    </a>
  );
}
