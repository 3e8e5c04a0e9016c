import { useEffect, useRef, useState } from 'preact/hooks';
import { problemOf, type Problem } from '../../api/problem';
import { learn, onPostNews } from '../../api/social/postStore';
import { readThread } from '../../api/social/threads';
import type { Thread, ThreadSort } from '../../api/social/types';
import { branchesOf, postsOf, withMore, withPage, withReply, type Branch } from '../../parts/thread/tree';

interface ThreadState {
  read: Thread | undefined;
  branches: readonly Branch[];
  problem: Problem | undefined;
  loadMore: (branch: Branch) => Promise<void>;
  /** Absent when these are all. */
  loadPage: (() => void) | undefined;
  reload: () => void;
}

/** A thread as it was read, with what was written and loaded since. */
export function useThread(id: string, sort: ThreadSort): ThreadState {
  const [read, setRead] = useState<Thread>();
  const [branches, setBranches] = useState<readonly Branch[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const latest = useRef(0);
  const load = async (): Promise<void> => {
    const mine = ++latest.current;
    setProblem(undefined);
    try {
      const thread = await readThread(id, sort);
      if (mine !== latest.current) return;
      const found = branchesOf(thread.replies);
      learn([...thread.ancestors, thread.post, ...postsOf(found)]);
      setRead(thread);
      setBranches(found);
    } catch (thrown) {
      if (mine === latest.current) setProblem(problemOf(thrown));
    }
  };
  useEffect(() => void load(), [id, sort]);
  useEffect(
    () => onPostNews(news => news.what === 'published' && setBranches(now => withReply(now, news.post, id))),
    [id],
  );
  const loadMore = async (branch: Branch): Promise<void> => {
    const more = await readThread(branch.post.id, sort, branch.cursor);
    const found = branchesOf(more.replies);
    learn(postsOf(found));
    setBranches(now => withMore(now, branch.post.id, found, more.nextCursor ?? undefined));
  };
  const loadPage = async (): Promise<void> => {
    if (busy || !read?.nextCursor) return;
    setBusy(true);
    try {
      const more = await readThread(id, sort, read.nextCursor);
      const found = branchesOf(more.replies);
      learn(postsOf(found));
      setBranches(now => withPage(now, found));
      setRead({ ...read, nextCursor: more.nextCursor ?? null });
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
    setBusy(false);
  };
  return {
    read,
    branches,
    problem,
    loadMore,
    loadPage: read?.nextCursor ? () => void loadPage() : undefined,
    reload: () => void load(),
  };
}
