import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { problemOf } from '../../api/problem';
import { usePost } from '../../api/social/postStore';
import type { Post } from '../../api/social/types';
import { tell } from '../../shell/toasts';
import { number } from '../../words/figures';
import { talk as say } from '../../words/talk';
import { Icon } from '../Icon';
import { ComposerDoor } from '../post/ComposerDoor';
import { PostCard } from '../post/PostCard';
import type { Branch } from './tree';
import './thread.css';

/** Answers below one another before the next lead to a page of their own: a phone has room for no more. */
const DEPTH_MAX = 6;

/** Branches that are made at once; the rest when somebody comes near. */
const AT_ONCE = 40;

export interface BranchWork {
  /** Loads the next answers to one post. */
  loadMore: (branch: Branch) => Promise<void>;
  /** What else can be done with a comment, below it. */
  extra?: (post: Post) => ComponentChildren;
}

interface RepliesProps {
  branches: readonly Branch[];
  work: BranchWork;
  depth?: number;
}

/** Answers and the answers to them. */
export function Replies({ branches, work, depth = 0 }: RepliesProps) {
  const [made, setMade] = useState(AT_ONCE);
  return (
    <ol class={depth === 0 ? 'branches' : 'branches branches--inner'} data-testid={depth === 0 ? 'replies' : undefined}>
      {branches.slice(0, made).map(branch => (
        <Limb key={branch.post.id} branch={branch} work={work} depth={depth} />
      ))}
      {branches.length > made && <Rest onNear={() => setMade(made + AT_ONCE)} />}
    </ol>
  );
}

function Rest({ onNear }: { onNear: () => void }) {
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!end.current) return;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && onNear(), { rootMargin: '1500px' });
    observer.observe(end.current);
    return () => observer.disconnect();
  });
  return <li ref={end} class="branch__rest" />;
}

interface LimbProps {
  branch: Branch;
  work: BranchWork;
  depth: number;
}

function Limb({ branch, work, depth }: LimbProps) {
  const post = usePost(branch.post);
  const [folded, setFolded] = useState(post.branchHidden === true || post.collapsed === 'blocked-branch');
  const [answering, setAnswering] = useState(false);
  const [busy, setBusy] = useState(false);
  const below = branch.replies.length;
  const name = post.author?.username ?? '';
  const loadMore = async (): Promise<void> => {
    setBusy(true);
    await work.loadMore(branch).catch(thrown => tell(problemOf(thrown).sentence));
    setBusy(false);
  };
  return (
    <li class="branch" data-testid="branch" data-depth={depth}>
      <PostCard post={post} inThread onReply={() => setAnswering(true)}>
        {work.extra?.(post)}
        {answering && (
          <ComposerDoor writing={{ replyTo: post }} open onDone={() => setAnswering(false)} />
        )}
      </PostCard>
      {(below > 0 || branch.more > 0) && (
        <div class="branch__below">
          <button
            class="branch__line"
            aria-expanded={!folded}
            aria-label={folded ? say.unfold(name) : say.fold(name)}
            title={folded ? say.unfold(name) : say.fold(name)}
            onClick={() => setFolded(!folded)}
            data-testid="fold"
          />
          {folded ? (
            <button class="branch__more" onClick={() => setFolded(false)} data-testid="unfold">
              <Icon name="plus" size={16} />
              {say.foldedReplies(number(below + branch.more), below + branch.more === 1)}
            </button>
          ) : (
            <div class="branch__replies">
              {below > 0 && depth < DEPTH_MAX && <Replies branches={branch.replies} work={work} depth={depth + 1} />}
              {below > 0 && depth >= DEPTH_MAX && (
                <a class="branch__more" href={`/post/${post.id}`} data-testid="deeper">
                  <Icon name="reply" size={16} />
                  {say.goOn}
                </a>
              )}
              {branch.more > 0 && depth < DEPTH_MAX && (
                <button class="branch__more" disabled={busy} onClick={() => void loadMore()} data-testid="more-replies">
                  <Icon name="reply" size={16} />
                  {say.moreReplies(number(branch.more), branch.more === 1)}
                </button>
              )}
            </div>
          )}
        </div>
      )}
    </li>
  );
}
