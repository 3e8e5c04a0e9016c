import type { Post, ThreadNode } from '../../api/social/types';

/** A post of a thread with its answers. */
export interface Branch {
  post: Post;
  replies: readonly Branch[];
  /** Answers that are not here yet. */
  more: number;
  cursor: string | undefined;
}

/** The branches of what the API answered, without posts that came twice. */
export function branchesOf(nodes: readonly ThreadNode[], seen: Set<string> = new Set()): Branch[] {
  const branches: Branch[] = [];
  for (const node of nodes) {
    if (seen.has(node.post.id)) continue;
    seen.add(node.post.id);
    const replies = branchesOf(node.replies ?? [], seen);
    branches.push({ post: node.post, replies, more: node.moreReplies ?? 0, cursor: node.cursor ?? undefined });
  }
  return branches;
}

export function postsOf(branches: readonly Branch[]): Post[] {
  return branches.flatMap(branch => [branch.post, ...postsOf(branch.replies)]);
}

/** The branches with an answer that was just written: the first below what it answers. */
export function withReply(branches: readonly Branch[], reply: Post, root: string): readonly Branch[] {
  if (contains(branches, reply.id)) return branches;
  const made: Branch = { post: reply, replies: [], more: 0, cursor: undefined };
  if (reply.replyTo === root) return [made, ...branches];
  return changed(branches, reply.replyTo ?? '', branch => ({ ...branch, replies: [made, ...branch.replies] }));
}

/** The branches with the next answers to one of them. */
export function withMore(
  branches: readonly Branch[],
  to: string,
  found: readonly Branch[],
  cursor?: string,
): readonly Branch[] {
  return changed(branches, to, branch => {
    const known = new Set(branch.replies.map(one => one.post.id));
    const fresh = found.filter(one => !known.has(one.post.id));
    const more = cursor ? Math.max(1, branch.more - fresh.length) : 0;
    return { ...branch, replies: [...branch.replies, ...fresh], more, cursor };
  });
}

/** The list with its next page. */
export function withPage(branches: readonly Branch[], found: readonly Branch[]): readonly Branch[] {
  const known = new Set(branches.map(one => one.post.id));
  return [...branches, ...found.filter(one => !known.has(one.post.id))];
}

function changed(branches: readonly Branch[], id: string, change: (branch: Branch) => Branch): readonly Branch[] {
  let hit = false;
  const next = branches.map(branch => {
    if (branch.post.id === id) {
      hit = true;
      return change(branch);
    }
    const replies = changed(branch.replies, id, change);
    if (replies === branch.replies) return branch;
    hit = true;
    return { ...branch, replies };
  });
  return hit ? next : branches;
}

function contains(branches: readonly Branch[], id: string): boolean {
  return branches.some(branch => branch.post.id === id || contains(branch.replies, id));
}
