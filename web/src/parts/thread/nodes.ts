import type { Comment, ThreadNode } from '../../api/social/types';

/** A comment with its first answers as a node of a thread; there may be more of them than are shown. */
export function nodeOf(comment: Comment): ThreadNode {
  const replies = (comment.replies ?? []).map((one): ThreadNode => ('post' in one ? one : { post: one }));
  const shown = replies.length;
  return { post: comment, replies, moreReplies: Math.max(0, (comment.counts?.replies ?? 0) - shown) };
}
