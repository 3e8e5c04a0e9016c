import { useState } from 'preact/hooks';
import { problemOf } from '../api/problem';
import { followTag, readTag } from '../api/social/tags';
import { ofHashtag } from '../api/social/timelines';
import type { Post, TagFacts } from '../api/social/types';
import { useCardKeys } from '../parts/cardKeys';
import { Loaded } from '../parts/identity/Loaded';
import { useLoaded } from '../parts/identity/useLoaded';
import { Icon } from '../parts/Icon';
import { Empty } from '../parts/Notice';
import { mustSignIn, useViewer } from '../parts/post/viewer';
import { Fresh, useCatchUp } from '../parts/timeline/Fresh';
import { Timeline } from '../parts/timeline/Timeline';
import { useTimeline } from '../parts/timeline/useTimeline';
import { useTitle } from '../parts/title';
import type { PageProps } from '../routes';
import { tell } from '../shell/toasts';
import { circle as say } from '../words/circle';
import { number, short } from '../words/figures';
import './tag.css';

/** What is said with a hashtag. */
export default function TagPage({ id }: PageProps) {
  const tag = id.replace(/^#/, '');
  const viewer = useViewer();
  const facts = useLoaded(() => readTag(tag), `${tag}:${viewer ?? ''}`);
  const timeline = useTimeline(ofHashtag(tag), `tag:${tag}:${viewer ?? ''}`, { takes: post => has(post, tag) });
  useTitle(say.tag(facts.data?.tag ?? tag));
  useCatchUp(timeline, false);
  useCardKeys('.post__link');
  return (
    <div class="reading" data-testid="tag-page">
      <header class="tag">
        <h1 dir="auto" data-testid="tag-name">
          {say.tag(facts.data?.tag ?? tag)}
        </h1>
        <Loaded of={facts} failed={say.failedTag} testId="tag" lines={1}>
          {known => <Facts key={viewer} facts={known} />}
        </Loaded>
      </header>
      <Fresh of={timeline} />
      <Timeline
        of={timeline}
        testId="tag-timeline"
        empty={<Empty icon="hash" title={say.noTagPosts} hint={say.noTagPostsHint} testId="timeline-empty" />}
      />
    </div>
  );
}

function Facts({ facts }: { facts: TagFacts }) {
  const [following, setFollowing] = useState(facts.following === true);
  const { tag, posts } = facts;
  const press = async (): Promise<void> => {
    if (mustSignIn()) return;
    const on = !following;
    setFollowing(on);
    try {
      await followTag(tag, on);
      tell(on ? say.tagFollowed(tag) : say.tagUnfollowed(tag));
    } catch (thrown) {
      setFollowing(!on);
      tell(problemOf(thrown).sentence);
    }
  };
  const count = say.tagPosts(short(posts), posts === 1);
  return (
    <div class="tag__facts">
      <p class="soft figures" title={number(posts)} data-testid="tag-posts">
        {facts.more ? say.moreThan(count) : count}
        {facts.trending && (
          <span class="badge badge--good" data-testid="tag-trending">
            <Icon name="trend" size={14} />
            {say.trending}
          </span>
        )}
      </p>
      <button
        class={following ? 'button' : 'button button--primary'}
        aria-label={following ? say.unfollowTagOf(tag) : say.followTagOf(tag)}
        onClick={() => void press()}
        data-testid={following ? 'unfollow-tag' : 'follow-tag'}
      >
        {following ? say.followingTag : say.followTag}
      </button>
    </div>
  );
}

function has(post: Post, tag: string): boolean {
  const wanted = tag.toLocaleLowerCase();
  const said = post.entities?.some(one => one.type === 'hashtag' && one.tag?.toLocaleLowerCase() === wanted) ?? false;
  return said && post.state === 'published' && post.visibility !== 'followers';
}
