import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { session } from '../../api/session';
import type { Video } from '../../api/types';
import { Age } from '../../parts/Age';
import { Avatar, nameOf } from '../../parts/Avatar';
import { Icon } from '../../parts/Icon';
import { FollowButton } from '../../parts/people/FollowButton';
import { Linked } from '../../parts/Linked';
import { overlay } from '../../parts/overlay';
import { useStore } from '../../parts/store';
import { VisibilityBadge } from '../../parts/VisibilityBadge';
import { words } from '../../words';
import { LiveCounts } from './LiveCounts';

/** What is said of a video, below it. */
export function VideoDetails({ video }: { video: Video }) {
  const now = useStore(session);
  const own = now.state === 'in' && now.account.id === video.owner.id;
  return (
    <>
      <h1 class="watch__title" dir="auto" data-testid="watch-title">
        {video.title}
      </h1>
      <div class="watch__line">
        <div class="watch__owner" data-testid="watch-owner">
          <Avatar owner={video.owner} size="l" />
          <div>
            <p class="watch__name" dir="auto">
              {video.owner.username ? (
                <a href={`/@${video.owner.username}`} data-testid="watch-owner-link">
                  {nameOf(video.owner)}
                </a>
              ) : (
                nameOf(video.owner)
              )}
            </p>
            {video.owner.username && <p class="soft watch__small">@{video.owner.username}</p>}
          </div>
        </div>
        <div class="watch__actions">
          {!own && video.owner.username && <FollowButton person={video.owner} video={video.id} />}
          {own && (
            <a class="button" href={`/studio/videos/${video.id}/analytics`} data-testid="watch-analytics">
              <Icon name="poll" size={20} />
              {words.analytics}
            </a>
          )}
          {own && (
            <a class="button" href={`/studio?edit=${video.id}`} data-testid="watch-edit">
              <Icon name="edit" size={20} />
              {words.edit}
            </a>
          )}
          <button class="button" onClick={() => void share(video)} data-testid="share">
            <Icon name="share" size={20} />
            {words.share}
          </button>
        </div>
      </div>
      <div class="about">
        <p class="about__line">
          <Age time={video.publishedAt ?? video.createdAt} />
          {video.visibility !== 'public' && <VisibilityBadge visibility={video.visibility} />}
          <LiveCounts video={video.id} />
        </p>
        {video.description && <Description text={video.description} />}
        {video.tags && video.tags.length > 0 && (
          <ul class="about__tags" aria-label={words.tags} data-testid="watch-tags">
            {video.tags.map(tag => (
              <li key={tag} dir="auto">
                #{tag}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

/** Its first lines; the rest when somebody wants it. */
function Description({ text }: { text: string }) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [whole, setWhole] = useState(false);
  const [long, setLong] = useState(false);
  useLayoutEffect(() => {
    const shown = paragraph.current;
    if (shown && !whole) setLong(shown.scrollHeight > shown.clientHeight + 1);
  }, [text, whole]);
  return (
    <>
      <p
        ref={paragraph}
        class={whole ? 'about__words' : 'about__words about__words--short'}
        dir="auto"
        data-testid="watch-description"
      >
        <Linked text={text} />
      </p>
      {long && (
        <button class="about__more" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? words.less : words.more}
        </button>
      )}
    </>
  );
}

/** The device's own way to share on phones; all ways elsewhere. */
async function share(video: Video): Promise<void> {
  if (navigator.share && matchMedia('(pointer: coarse)').matches) {
    const url = new URL(`/watch/${video.id}`, location.href).href;
    await navigator.share({ title: video.title, url }).then(
      async () => (await import('../share/tell')).tellShare(video.id, 'device'),
      () => {},
    );
    return;
  }
  const { ShareDialog } = await import('../share/ShareDialog');
  overlay.set(<ShareDialog video={video} onClose={() => overlay.set(null)} />);
}
