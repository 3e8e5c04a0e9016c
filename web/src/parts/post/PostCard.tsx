import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { isHidden, knownPost, usePost } from '../../api/social/postStore';
import type { Post, TimelineItem } from '../../api/social/types';
import { navigate } from '../../router/router';
import { words } from '../../words';
import { Avatar, nameOf } from '../Avatar';
import { Icon, type IconName } from '../Icon';
import { isTyping } from '../typing';
import { toggle } from './actions';
import { compose } from './compose';
import { PostActions } from './PostActions';
import { PostContent } from './PostContent';
import { PostHead } from './PostHead';
import './post.css';

interface CardProps {
  post: TimelineItem;
  /** The post that a page is about: larger, without a link to itself. */
  focused?: boolean;
  /** In a thread, where the lines tell whom it answers. */
  inThread?: boolean;
  /** Answers are written where they appear, when a page can show them there. */
  onReply?: ((post: Post) => void) | undefined;
  children?: ComponentChildren;
}

/** One post: who says what, and what can be done with it. Comments are posts, too. */
export function PostCard({ post: given, focused = false, inThread = false, ...rest }: CardProps) {
  const post = usePost(given);
  const titleId = useId();
  if (isHidden(post.id)) return focused ? <Tombstone /> : null;
  const { author } = post;
  if (post.state === 'deleted' || !author) return <Tombstone />;
  const reply = (): void => (rest.onReply ? rest.onReply(post) : void compose({ replyTo: post }));
  return (
    <article
      class={focused ? 'post post--focused' : 'post'}
      aria-labelledby={titleId}
      data-testid="post"
      data-post-id={post.id}
      onClick={event => !focused && openUnlessPressed(event, post.id)}
      onKeyDown={event => keys(event, post, reply)}
    >
      <Contexts post={post} repostedBy={given.repostedBy} inThread={inThread} />
      <a class="post__face" href={`/@${author.username}`} tabIndex={-1} aria-hidden="true">
        <Avatar owner={author} size="l" />
      </a>
      <div class="post__main">
        <PostHead post={post} titleId={titleId} focused={focused} />
        <Covered post={post}>
          <PostContent post={post} />
        </Covered>
        <PostActions post={post} inThread={inThread} onReply={reply} />
        {rest.children}
      </div>
    </article>
  );
}

export function Tombstone({ words: said = words.social.deleted }: { words?: string }) {
  return (
    <p class="post post--gone soft" data-testid="post-gone">
      <Icon name="gone" size={20} />
      {said}
    </p>
  );
}

interface ContextProps {
  post: Post;
  repostedBy: TimelineItem['repostedBy'];
  inThread: boolean;
}

/** Why it stands here, above it. */
function Contexts({ post, repostedBy, inThread }: ContextProps) {
  const say = words.social;
  const answered = post.replyTo && !inThread ? knownPost(post.replyTo)?.author?.username : undefined;
  const lines: { icon: IconName; text: ComponentChildren; key: string }[] = [];
  if (repostedBy) {
    const name = (
      <a href={`/@${repostedBy.username}`} dir="auto">
        {say.reposted(nameOf(repostedBy))}
      </a>
    );
    lines.push({ icon: 'repost', text: name, key: 'repost' });
  }
  if (post.kind === 'announcement') lines.push({ icon: 'film', text: say.announcement, key: 'announcement' });
  if (post.pinnedInThread && inThread) lines.push({ icon: 'pin', text: say.pinnedComment, key: 'pinned' });
  else if (post.pinned && !inThread && !repostedBy) lines.push({ icon: 'pin', text: say.pinned, key: 'pinned' });
  if (post.state === 'held') lines.push({ icon: 'clock', text: say.held, key: 'held' });
  if (post.branchHidden) lines.push({ icon: 'eyeOff', text: say.branchHidden, key: 'hidden' });
  if (post.replyTo && !inThread) {
    const text = <a href={`/post/${post.replyTo}`}>{answered ? say.replyingTo(answered) : say.anAnswer}</a>;
    lines.push({ icon: 'reply', text, key: 'reply' });
  } else if (post.rootVideo && post.kind !== 'announcement' && !inThread) {
    lines.push({ icon: 'reply', text: <a href={`/watch/${post.rootVideo}`}>{say.aComment}</a>, key: 'comment' });
  }
  return (
    <>
      {lines.map(line => (
        <p class="post__context" key={line.key} data-testid={`context-${line.key}`}>
          <Icon name={line.icon} size={16} />
          <span>{line.text}</span>
        </p>
      ))}
    </>
  );
}

/** Behind a warning until somebody asks for it. */
function Covered({ post, children }: { post: Post; children: ComponentChildren }) {
  const [shown, setShown] = useState(false);
  const reason = post.collapsed ? words.social.collapsed[post.collapsed] : undefined;
  if (!post.warning && !reason) return <>{children}</>;
  return (
    <>
      <div class="cover">
        <p dir="auto" data-testid="post-warning">
          {post.warning ?? reason}
        </p>
        <button class="button cover__button" aria-expanded={shown} onClick={() => setShown(!shown)} data-testid="cover">
          {shown ? words.social.hide : words.social.show}
        </button>
      </div>
      {shown && children}
    </>
  );
}

/** A press anywhere on a card opens it, unless it was meant for something in it or selected text. */
function openUnlessPressed(event: MouseEvent, id: string): void {
  const target = event.target as Element;
  if (event.defaultPrevented || target.closest('a, button, input, label, select, textarea, form, dialog')) return;
  if (getSelection()?.toString()) return;
  navigate(`/post/${id}`);
}

/** l likes, r answers, t reposts, b keeps: on the post that the keyboard is at. */
function keys(event: KeyboardEvent, post: Post, reply: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || event.defaultPrevented) return;
  switch (event.key) {
    case 'l':
      void toggle(post, 'like', !post.viewer?.liked);
      break;
    case 'r':
      if (post.viewer?.mayReply !== false) reply();
      break;
    case 't':
      void toggle(post, 'repost', !post.viewer?.reposted);
      break;
    case 'b':
      void toggle(post, 'bookmark', !post.viewer?.bookmarked);
      break;
    default:
      return;
  }
  event.preventDefault();
  event.stopPropagation();
}
