import { useContext } from 'preact/hooks';
import { knownRelation } from '../../api/social/relations';
import type { Post } from '../../api/social/types';
import { words } from '../../words';
import { Icon } from '../Icon';
import { overlay } from '../overlay';
import {
  addressOf,
  blockPerson,
  copyLink,
  followPerson,
  mutePerson,
  removePost,
  toggle,
  unblockPerson,
  unfollowPerson,
  unmutePerson,
} from './actions';
import { compose } from './compose';
import { Menu, type MenuEntry } from './Menu';
import { ThreadContext } from './thread';
import { useViewer } from './viewer';

interface PostMenuProps {
  post: Post;
  inThread: boolean;
}

/** Everything else that can be done with a post: what depends on whose it is. */
export function PostMenu({ post, inThread }: PostMenuProps) {
  const thread = useContext(ThreadContext);
  const viewer = useViewer();
  const name = post.author?.username ?? '';
  const button = (
    <>
      <Icon name="dots" size={20} />
      <span class="unseen">{words.social.moreOf(name)}</span>
    </>
  );
  const entries = (): MenuEntry[] => [
    ...forEverybody(post),
    ...(thread.ownVideo && inThread ? forVideoOwner(post) : []),
    ...(viewer === undefined ? [] : viewer === post.author?.id ? forAuthor(post, inThread) : forOthers(post)),
    ...(viewer !== undefined && inThread && viewer === thread.author ? forRootAuthor(post) : []),
  ];
  return (
    <div class="acts__more">
      <Menu button={button} buttonClass="act" testId="post-menu" entries={entries} />
    </div>
  );
}

function forEverybody(post: Post): MenuEntry[] {
  const say = words.social;
  const share = typeof navigator.share === 'function' && matchMedia('(pointer: coarse)').matches;
  return [
    { name: say.copyLink, icon: 'link', act: () => void copyLink(post), testId: 'copy-link' },
    ...(share
      ? [
          {
            name: say.shareBy,
            icon: 'share' as const,
            act: () => void navigator.share({ url: addressOf(post) }).catch(() => {}),
            testId: 'share-by',
          },
        ]
      : []),
    ...(post.counts?.likes ? [people(post, 'likes')] : []),
    ...(post.counts?.reposts ? [people(post, 'reposts')] : []),
  ];
}

function people(post: Post, what: 'likes' | 'reposts'): MenuEntry {
  return {
    name: what === 'likes' ? words.social.whoLiked : words.social.whoReposted,
    icon: 'people',
    act: () => void showPeople(post, what),
    testId: `who-${what}`,
  };
}

async function showPeople(post: Post, what: 'likes' | 'reposts'): Promise<void> {
  const { ReactionsDialog } = await import('./more/ReactionsDialog');
  overlay.set(<ReactionsDialog post={post} what={what} onClose={() => overlay.set(null)} />);
}

function forAuthor(post: Post, inThread: boolean): MenuEntry[] {
  const say = words.social;
  const { pinned = false } = post;
  const pin: MenuEntry = {
    name: pinned ? say.unpin : say.pin,
    icon: 'pin',
    act: () => void toggle(post, 'pin', !pinned, pinned ? say.unpinnedNow : say.pinnedNow),
    testId: 'pin-post',
  };
  const change = (): void => void compose({ edit: post });
  const edit: MenuEntry = { name: say.edit, icon: 'edit', act: change, testId: 'edit-post' };
  return [
    ...(post.kind === 'announcement' ? [] : [edit]),
    ...(post.rootVideo ? [] : [pin]),
    ...(inThread || post.replyTo ? [] : lockEntries(post)),
    { name: say.delete, icon: 'trash', act: () => removePost(post), testId: 'delete-post', danger: true },
  ];
}

function lockEntries(post: Post): MenuEntry[] {
  const { locked = false } = post;
  return [
    {
      name: locked ? words.social.unlock : words.social.lock,
      icon: 'lock',
      act: () => void toggle(post, 'lock', !locked),
      testId: 'lock-thread',
    },
  ];
}

/** Who began a thread looks after it. */
function forRootAuthor(post: Post): MenuEntry[] {
  if (!post.replyTo) return lockEntries(post);
  const { branchHidden = false } = post;
  return [
    {
      name: branchHidden ? words.social.showBranch : words.social.hideBranch,
      icon: branchHidden ? 'eye' : 'eyeOff',
      act: () => void toggle(post, 'branch-hidden', !branchHidden),
      testId: 'hide-branch',
    },
  ];
}

function forVideoOwner(post: Post): MenuEntry[] {
  const say = words.social;
  const { hearted = false, pinnedInThread = false } = post;
  return [
    {
      name: hearted ? say.unheart : say.heart,
      icon: 'heart',
      act: () => void toggle(post, 'heart', !hearted),
      testId: 'heart-comment',
    },
    ...(post.depth === undefined || post.depth <= 1
      ? [
          {
            name: pinnedInThread ? say.unpinComment : say.pinComment,
            icon: 'pin' as const,
            act: () => void toggle(post, 'thread-pin', !pinnedInThread),
            testId: 'pin-comment',
          },
        ]
      : []),
  ];
}

function forOthers(post: Post): MenuEntry[] {
  const { author } = post;
  if (!author) return [];
  const say = words.social;
  const name = author.username ?? '';
  const relation = knownRelation(author.id);
  const following = relation ? relation.following || relation.requested : post.viewer?.following;
  return [
    following
      ? {
          name: say.unfollowOf(name),
          icon: 'person',
          act: () => void unfollowPerson(author, true),
          testId: 'unfollow-author',
        }
      : { name: say.followOf(name), icon: 'person', act: () => void followPerson(author), testId: 'follow-author' },
    relation?.muted
      ? { name: say.unmuteOf(name), icon: 'volume', act: () => void unmutePerson(author), testId: 'unmute-author' }
      : { name: say.muteOf(name), icon: 'mute', act: () => void mutePerson(author), testId: 'mute-author' },
    relation?.blocked
      ? { name: say.unblockOf(name), icon: 'block', act: () => void unblockPerson(author), testId: 'unblock-author' }
      : {
          name: say.blockOf(name),
          icon: 'block',
          act: () => void blockPerson(author),
          testId: 'block-author',
          danger: true,
        },
  ];
}
