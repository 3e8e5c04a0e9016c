import { useState } from 'preact/hooks';
import { problemOf } from '../../api/problem';
import { changePost, hidePost } from '../../api/social/postStore';
import { decideComment } from '../../api/social/threads';
import type { CommentMode, Post, ThreadSort } from '../../api/social/types';
import type { Video } from '../../api/types';
import { memory } from '../../parts/memory';
import { Failed } from '../../parts/Notice';
import { ComposerDoor } from '../../parts/post/ComposerDoor';
import { ThreadContext } from '../../parts/post/thread';
import { useViewer } from '../../parts/post/viewer';
import { Replies } from '../../parts/thread/Replies';
import { SortChoice } from '../../parts/thread/SortChoice';
import { PostSkeletons } from '../../parts/timeline/Timeline';
import { nextHere } from '../../router/router';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { talk as say } from '../../words/talk';
import { useCommentMode, useComments, type CommentsState } from './useComments';

const SORTS: readonly ThreadSort[] = ['relevance', 'newest'];
const MODES: readonly CommentMode[] = ['open', 'hold-all', 'hold-links', 'closed'];

const sortKept = memory<ThreadSort>('comment-sort');

/** What people say about a video: a thread whose root is the video. */
export function Comments({ video }: { video: Video }) {
  const viewer = useViewer();
  const own = viewer === video.owner.id;
  const kept = sortKept.get();
  const [sort, setSort] = useState<ThreadSort>(kept && SORTS.includes(kept) ? kept : 'relevance');
  const comments = useComments(video.id, sort);
  const [mode, setMode] = useCommentMode(video.id);
  const choose = (next: ThreadSort): void => {
    sortKept.set(next);
    setSort(next);
  };
  return (
    <ThreadContext value={{ ownVideo: own, author: own ? viewer : undefined }}>
      <section class="comments" aria-labelledby="comments-title" data-testid="comments">
        <div class="thread__bar">
          <h2 id="comments-title">{say.comments}</h2>
          <div class="comments__choices">
            {own && mode && <ModeChoice mode={mode} onChoose={setMode} />}
            <SortChoice value={sort} choices={SORTS} onChoose={choose} />
          </div>
        </div>
        {mode === 'closed' && !own ? (
          <p class="soft">{say.closedComments}</p>
        ) : viewer ? (
          <ComposerDoor writing={{ video: { id: video.id, title: video.title } }} prompt={say.writeComment} />
        ) : (
          <p>
            <a class="button" href={`/login${nextHere()}`} data-testid="sign-in-to-comment">
              {say.signInToComment}
            </a>
          </p>
        )}
        <List comments={comments} own={own} />
      </section>
    </ThreadContext>
  );
}

function List({ comments, own }: { comments: CommentsState; own: boolean }) {
  if (!comments.branches) {
    if (!comments.problem) return <PostSkeletons />;
    return (
      <Failed
        title={say.failedComments}
        problem={comments.problem}
        testId="comments-failed"
        retry={comments.loadPage}
      />
    );
  }
  if (comments.branches.length === 0) {
    return (
      <p class="soft" data-testid="no-comments">
        {say.noComments}
      </p>
    );
  }
  const extra = own ? (post: Post) => post.state === 'held' && <Review post={post} /> : undefined;
  return (
    <>
      <Replies branches={comments.branches} work={{ loadMore: comments.loadMore, ...(extra && { extra }) }} />
      <div class="list-end">
        {comments.problem ? (
          <Failed
            title={say.failedComments}
            problem={comments.problem}
            testId="comments-more-failed"
            retry={comments.loadPage}
          />
        ) : comments.more ? (
          <button class="button" disabled={comments.loading} onClick={comments.loadPage} data-testid="more-comments">
            {words.loadMore}
          </button>
        ) : (
          <p class="soft">{words.listEnd}</p>
        )}
      </div>
    </>
  );
}

/** Yes or no to a comment that was held, for the owner of the video. */
export function Review({ post, onDecided }: { post: Post; onDecided?: () => void }) {
  const [busy, setBusy] = useState(false);
  const decide = async (decision: 'approval' | 'rejection'): Promise<void> => {
    setBusy(true);
    try {
      await decideComment(post.id, decision);
      if (decision === 'approval') changePost(post.id, before => ({ ...before, state: 'published' }));
      else hidePost(post.id);
      tell(decision === 'approval' ? say.approved : say.rejected);
      onDecided?.();
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
    setBusy(false);
  };
  return (
    <div class="review">
      <button
        class="button button--small button--primary"
        disabled={busy}
        onClick={() => void decide('approval')}
        data-testid="comment-approve"
      >
        {say.approve}
      </button>
      <button
        class="button button--small"
        disabled={busy}
        onClick={() => void decide('rejection')}
        data-testid="comment-reject"
      >
        {say.reject}
      </button>
    </div>
  );
}

function ModeChoice({ mode, onChoose }: { mode: CommentMode; onChoose: (mode: CommentMode) => void }) {
  return (
    <label class="sort">
      <span class="unseen">{say.commentMode}</span>
      <select
        class="sort__select"
        value={mode}
        title={say.commentMode}
        onChange={event => onChoose(event.currentTarget.value as CommentMode)}
        data-testid="comment-mode"
      >
        {MODES.map(one => (
          <option key={one} value={one} selected={one === mode}>
            {say.commentModes[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
