import { useEffect, useRef, useState } from 'preact/hooks';
import { problemOf, type Problem } from '../../api/problem';
import { learn, onPostNews } from '../../api/social/postStore';
import { readCommentMode, readComments, readThread, setCommentMode } from '../../api/social/threads';
import type { CommentMode, ThreadSort } from '../../api/social/types';
import { nodeOf } from '../../parts/thread/nodes';
import { branchesOf, postsOf, withMore, withPage, withReply, type Branch } from '../../parts/thread/tree';
import { tell } from '../../shell/toasts';

export interface CommentsState {
  branches: readonly Branch[] | undefined;
  problem: Problem | undefined;
  loading: boolean;
  more: boolean;
  loadPage: () => void;
  loadMore: (branch: Branch) => Promise<void>;
}

/** Who may comment on a video, and how to change that. */
export function useCommentMode(video: string): [CommentMode | undefined, (mode: CommentMode) => void] {
  const [mode, setMode] = useState<CommentMode>();
  useEffect(() => {
    let current = true;
    // Everybody may read it, so that nobody writes for nothing; without an answer commenting is tried.
    readCommentMode(video).then(
      read => current && setMode(read.mode),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [video]);
  const choose = (next: CommentMode): void => {
    const before = mode;
    setMode(next);
    setCommentMode(video, next).catch((thrown: unknown) => {
      setMode(before);
      tell(problemOf(thrown).sentence);
    });
  };
  return [mode, choose];
}

/** The comments of a video, page by page, with what was written since. */
export function useComments(video: string, sort: ThreadSort): CommentsState {
  const [branches, setBranches] = useState<readonly Branch[]>();
  const [cursor, setCursor] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const [loading, setLoading] = useState(false);
  const latest = useRef(0);
  const load = async (from: string | undefined): Promise<void> => {
    const mine = ++latest.current;
    setLoading(true);
    setProblem(undefined);
    try {
      const page = await readComments(video, sort, from);
      if (mine !== latest.current) return;
      const found = branchesOf(page.items.map(nodeOf));
      learn(postsOf(found));
      setBranches(before => (from && before ? withPage(before, found) : found));
      setCursor(page.nextCursor ?? undefined);
    } catch (thrown) {
      if (mine === latest.current) setProblem(problemOf(thrown));
    }
    if (mine === latest.current) setLoading(false);
  };
  useEffect(() => {
    setBranches(undefined);
    void load(undefined);
    return () => {
      latest.current++;
    };
  }, [video, sort]);
  useEffect(
    () =>
      onPostNews(news => {
        if (news.what !== 'published' || news.post.rootVideo !== video) return;
        const { post } = news;
        // Of a comment on the video itself the API says no post that it answers.
        setBranches(now => now && withReply(now, { ...post, replyTo: post.replyTo ?? video }, video));
      }),
    [video],
  );
  const loadMore = async (branch: Branch): Promise<void> => {
    const more = await readThread(branch.post.id, 'oldest', branch.cursor);
    const found = branchesOf(more.replies);
    learn(postsOf(found));
    setBranches(now => now && withMore(now, branch.post.id, found, more.nextCursor ?? undefined));
  };
  return {
    branches,
    problem,
    loading,
    more: cursor !== undefined,
    loadPage: () => void load(branches ? cursor : undefined),
    loadMore,
  };
}
