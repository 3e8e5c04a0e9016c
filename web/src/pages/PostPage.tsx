import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePost } from '../api/social/postStore';
import type { Post, Thread, ThreadSort } from '../api/social/types';
import { nameOf } from '../parts/Avatar';
import { useCardKeys } from '../parts/cardKeys';
import { memory } from '../parts/memory';
import { Empty, Failed } from '../parts/Notice';
import { ComposerDoor } from '../parts/post/ComposerDoor';
import { PostCard } from '../parts/post/PostCard';
import { ThreadContext } from '../parts/post/thread';
import { useViewer } from '../parts/post/viewer';
import { Replies } from '../parts/thread/Replies';
import { SortChoice } from '../parts/thread/SortChoice';
import type { Branch } from '../parts/thread/tree';
import { PostSkeletons } from '../parts/timeline/Timeline';
import { useTitle } from '../parts/title';
import { usePlace } from '../router/router';
import type { PageProps } from '../routes';
import { words } from '../words';
import { talk as say } from '../words/talk';
import { Quotes } from './post/Quotes';
import { useThread } from './post/useThread';
import { VideoOfThread } from './post/VideoOfThread';

const SORTS: readonly ThreadSort[] = ['relevance', 'newest', 'oldest'];

const sortKept = memory<ThreadSort>('sort');

/** A post with what it answers and what answers it. */
export default function PostPage({ id }: PageProps) {
  const [sort, setSort] = useState<ThreadSort>(sortKept.get() ?? 'relevance');
  const thread = useThread(id, sort);
  const { query } = usePlace();
  useCardKeys('.post__link');
  if (!thread.read) {
    if (!thread.problem) {
      return (
        <div class="reading">
          <PostSkeletons />
        </div>
      );
    }
    if (thread.problem.status !== 404) {
      return <Failed title={say.failedThread} problem={thread.problem} testId="thread-failed" retry={thread.reload} />;
    }
    return (
      <Empty icon="gone" title={say.missingPost} hint={say.missingPostHint} testId="post-missing" main>
        <a class="button button--primary" href="/">
          {words.toHome}
        </a>
      </Empty>
    );
  }
  const choose = (next: ThreadSort): void => {
    sortKept.set(next);
    setSort(next);
  };
  return (
    <Shown
      key={id}
      read={thread.read}
      branches={thread.branches}
      loadMore={thread.loadMore}
      loadPage={thread.loadPage}
      sort={<SortChoice value={sort} choices={SORTS} onChoose={choose} />}
      quotes={query.get('view') === 'quotes'}
    />
  );
}

interface ShownProps {
  read: Thread;
  branches: readonly Branch[];
  loadMore: (branch: Branch) => Promise<void>;
  loadPage: (() => void) | undefined;
  sort: ComponentChildren;
  quotes: boolean;
}

function Shown({ read, branches, loadMore, loadPage, sort, quotes }: ShownProps) {
  const post = usePost(read.post);
  const viewer = useViewer();
  const focus = useRef<HTMLDivElement>(null);
  const [answering, setAnswering] = useState(0);
  useTitle(titleOf(post));
  const above = read.ancestors.length;
  useEffect(() => {
    // What it answers stands above; the post itself is what somebody came for.
    if (above > 0 && scrollY === 0) focus.current?.scrollIntoView({ block: 'start' });
  }, []);
  const first = read.ancestors[0] ?? post;
  const facts = { author: first.rootVideo || first.replyTo ? undefined : first.author?.id, ownVideo: false };
  const mayReply = post.viewer?.mayReply ?? !post.locked;
  return (
    <ThreadContext value={facts}>
      <div class="reading thread" data-testid="thread">
        <h1 class="unseen">{titleOf(post)}</h1>
        {post.rootVideo && <VideoOfThread id={post.rootVideo} />}
        <div>
          {above > 0 && (
            <div class="thread__above" data-testid="ancestors">
              {read.ancestors.map(one => (
                <PostCard key={one.id} post={one} inThread />
              ))}
            </div>
          )}
          <div class="thread__focus" ref={focus}>
            <PostCard post={post} focused inThread onReply={() => setAnswering(count => count + 1)} />
          </div>
        </div>
        {post.state !== 'deleted' && (
          <>
            {(post.counts?.quotes ?? 0) > 0 && (
              <a class="thread__quotes linked" href={quotes ? `/post/${post.id}` : `/post/${post.id}?view=quotes`}>
                {quotes ? say.toReplies : say.toQuotes(post.counts?.quotes ?? 0)}
              </a>
            )}
            {post.locked && <p class="soft">{words.social.locked}</p>}
            {mayReply && viewer && (
              <ComposerDoor
                key={answering}
                writing={{ replyTo: post }}
                prompt={words.social.writeReply}
                open={answering > 0}
              />
            )}
          </>
        )}
        {quotes ? (
          <Quotes post={post.id} />
        ) : (
          <section aria-label={say.replies}>
            <div class="thread__bar">
              <h2>{say.replies}</h2>
              {sort}
            </div>
            {branches.length === 0 ? (
              <p class="soft" data-testid="no-replies">
                {say.noReplies}
              </p>
            ) : (
              <Replies branches={branches} work={{ loadMore }} />
            )}
            <div class="list-end">
              {loadPage ? (
                <button class="button" onClick={loadPage} data-testid="load-more">
                  {words.loadMore}
                </button>
              ) : (
                branches.length > 0 && <p class="soft">{words.listEnd}</p>
              )}
            </div>
          </section>
        )}
      </div>
    </ThreadContext>
  );
}

/** Characters of a post in the name of its page. */
const TITLE_MAX = 60;

function titleOf(post: Post): string {
  if (post.state === 'deleted' || !post.author) return words.social.deleted;
  const text = (post.warning || post.text || '').replace(/\s+/g, ' ').trim();
  const short = text.length > TITLE_MAX ? `${text.slice(0, TITLE_MAX)}…` : text;
  return short ? `${nameOf(post.author)}: ${short}` : words.social.post(nameOf(post.author));
}
