import type { Post } from '../../api/social/types';
import { HOME, PUBLIC } from '../../api/social/timelines';
import type { Account } from '../../api/types';
import { useCardKeys } from '../../parts/cardKeys';
import { Empty } from '../../parts/Notice';
import { ComposerDoor } from '../../parts/post/ComposerDoor';
import { Fresh, useCatchUp } from '../../parts/timeline/Fresh';
import { useReadPosition } from '../../parts/timeline/readPosition';
import { Timeline } from '../../parts/timeline/Timeline';
import { useTimeline } from '../../parts/timeline/useTimeline';
import { words } from '../../words';

/** Posts and videos of the people somebody follows, in one stream. */
export function FollowingTab({ account }: { account: Account }) {
  const timeline = useTimeline(HOME, `home:${account.id}`, { takes: isFirst });
  const readTo = useReadPosition('home', timeline.list !== undefined);
  useCatchUp(timeline, true);
  useCardKeys('.post__link');
  const first = timeline.list?.[0]?.items[0]?.position;
  return (
    <div class="reading">
      <h1 class="unseen">{words.social.following}</h1>
      <ComposerDoor />
      <Fresh of={timeline} />
      <Timeline
        of={timeline}
        testId="home-timeline"
        readTo={readTo === first ? undefined : readTo}
        empty={
          <Empty
            icon="people"
            title={words.social.emptyFollowing}
            hint={words.social.emptyFollowingHint}
            testId="timeline-empty"
          >
            <a class="button button--primary" href="/?tab=public">
              {words.social.seePublic}
            </a>
          </Empty>
        }
      />
    </div>
  );
}

/** What everybody posts for everybody. */
export function PublicTab({ member }: { member: boolean }) {
  const timeline = useTimeline(PUBLIC, 'public', { takes: isPublic });
  useCatchUp(timeline, false);
  useCardKeys('.post__link');
  return (
    <div class="reading">
      <h1 class="unseen">{words.social.everyone}</h1>
      {member && <ComposerDoor />}
      <Fresh of={timeline} />
      <Timeline
        of={timeline}
        testId="public-timeline"
        empty={
          <Empty
            icon="reply"
            title={words.social.emptyPublic}
            hint={words.social.emptyPublicHint}
            testId="timeline-empty"
          />
        }
      />
    </div>
  );
}

function isFirst(post: Post): boolean {
  return !post.replyTo && !post.rootVideo && post.state === 'published';
}

function isPublic(post: Post): boolean {
  return isFirst(post) && post.visibility !== 'followers';
}
