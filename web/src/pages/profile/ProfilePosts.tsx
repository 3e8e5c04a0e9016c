import { ofAccount, type AccountFilter } from '../../api/social/timelines';
import type { Post } from '../../api/social/types';
import { Empty } from '../../parts/Notice';
import { Timeline } from '../../parts/timeline/Timeline';
import { useTimeline } from '../../parts/timeline/useTimeline';
import { people as say } from '../../words/people';

interface PostsProps {
  account: string;
  filter: AccountFilter;
  viewer: string | undefined;
}

/** What somebody posted, what is pinned first. */
export function ProfilePosts({ account, filter, viewer }: PostsProps) {
  const own = (post: Post): boolean =>
    post.author?.id === account && (filter === 'posts-and-replies' || (filter === 'posts' && !post.replyTo));
  const timeline = useTimeline(ofAccount(account), `account:${account}:${filter}:${viewer ?? ''}`, {
    query: { filter },
    takes: own,
  });
  return (
    <div class="reading">
      <Timeline
        of={timeline}
        testId="profile-posts"
        empty={<Empty icon="reply" title={say.noPosts} hint={say.noPostsHint} testId="profile-no-posts" />}
      />
    </div>
  );
}
