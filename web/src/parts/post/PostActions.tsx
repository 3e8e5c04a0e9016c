import type { Post } from '../../api/social/types';
import { words } from '../../words';
import { number, short } from '../../words/figures';
import { Icon, type IconName } from '../Icon';
import { toggle } from './actions';
import { compose } from './compose';
import { Menu, type MenuEntry } from './Menu';
import { PostMenu } from './PostMenu';
import { useViewer } from './viewer';
import './post-actions.css';

interface ActionsProps {
  post: Post;
  inThread: boolean;
  onReply: () => void;
}

/** What can be done with a post, below it. */
export function PostActions({ post, inThread, onReply }: ActionsProps) {
  const say = words.social;
  const { viewer } = post;
  const held = post.state === 'held';
  const liked = viewer?.liked ?? false;
  const bookmarked = viewer?.bookmarked ?? false;
  const mayReply = viewer?.mayReply ?? !post.locked;
  return (
    <div class="acts">
      <Act
        icon="reply"
        name={say.reply}
        count={post.counts?.replies}
        disabled={!mayReply || held}
        title={mayReply ? undefined : say.cannotReply}
        onClick={onReply}
        testId="post-reply"
      />
      <Repost post={post} />
      <Act
        icon={liked ? 'heartFull' : 'heart'}
        name={say.like}
        count={post.counts?.likes}
        pressed={liked}
        tone="like"
        disabled={held}
        onClick={() => void toggle(post, 'like', !liked)}
        testId="post-like"
      />
      <Act
        icon={bookmarked ? 'bookmarkFull' : 'bookmark'}
        name={say.bookmark}
        pressed={bookmarked}
        onClick={() => void toggle(post, 'bookmark', !bookmarked, bookmarked ? undefined : say.bookmarkedNow)}
        testId="post-bookmark"
      />
      {post.hearted && (
        <span class="acts__heart" title={say.hearted} data-testid="post-hearted">
          <Icon name="heartFull" size={16} />
          <span class="unseen">{say.hearted}</span>
        </span>
      )}
      <PostMenu post={post} inThread={inThread} />
    </div>
  );
}

interface ActProps {
  icon: IconName;
  name: string;
  count?: number | undefined;
  pressed?: boolean;
  disabled?: boolean;
  tone?: 'like' | 'repost';
  title?: string | undefined;
  onClick: () => void;
  testId: string;
}

function Act({ icon, name, count, pressed, disabled = false, tone, title, onClick, testId }: ActProps) {
  return (
    <button
      class={tone ? `act act--${tone}` : 'act'}
      aria-pressed={pressed}
      aria-label={count ? words.social.withCount(name, number(count)) : name}
      title={title ?? (count ? `${name}: ${number(count)}` : name)}
      disabled={disabled}
      onClick={onClick}
      data-testid={testId}
    >
      <Icon name={icon} size={20} />
      {count !== undefined && <Figure count={count} />}
    </button>
  );
}

/** Its place stays when there is nothing to count. */
function Figure({ count }: { count: number }) {
  return (
    <span class="act__count figures" aria-hidden="true">
      {count > 0 ? short(count) : ''}
    </span>
  );
}

/** To repost is one of two ways to pass a post on; what is not public stays where it is. */
function Repost({ post }: { post: Post }) {
  const say = words.social;
  const viewer = useViewer();
  const reposted = post.viewer?.reposted ?? false;
  const count = post.counts?.reposts ?? 0;
  const closed = post.state === 'held' || (post.visibility === 'followers' && viewer !== post.author?.id);
  const name = count > 0 ? say.withCount(say.repost, number(count)) : say.repost;
  const button = (
    <>
      <Icon name="repost" size={20} />
      <span class="unseen">{name}</span>
      <Figure count={count} />
    </>
  );
  if (closed) {
    return (
      <button class="act" disabled title={say.forFollowers} data-testid="post-repost">
        {button}
      </button>
    );
  }
  const entries = (): MenuEntry[] => [
    {
      name: reposted ? say.undoRepost : say.repost,
      icon: 'repost',
      act: () => void toggle(post, 'repost', !reposted),
      testId: 'repost-now',
    },
    ...(post.viewer?.mayQuote === false
      ? []
      : [{ name: say.quote, icon: 'quote' as const, act: () => void compose({ quote: post }), testId: 'quote-now' }]),
  ];
  return (
    <Menu
      button={button}
      buttonClass={reposted ? 'act act--repost act--on' : 'act act--repost'}
      testId="post-repost"
      entries={entries}
    />
  );
}
