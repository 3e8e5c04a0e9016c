import type { Owner, Page, Picture } from '../types';

/** The shapes of posts, ties between people and what hangs on them in the API: see /api/docs of a running program. */

export interface Person extends Owner {
  private?: boolean;
}

/** A stretch of a text that means something; offsets count UTF-16 units, as strings of JavaScript do. */
export interface Entity {
  type: 'mention' | 'hashtag' | 'link';
  start: number;
  end: number;
  account?: string;
  username?: string;
  tag?: string;
  url?: string;
}

export type PostVisibility = 'public' | 'followers';
export type WhoMayReply = 'everyone' | 'followers' | 'mentioned';
export type WhoMayQuote = 'everyone' | 'followers' | 'nobody';
export type Collapsed = 'muted' | 'hidden-word' | 'sensitive' | 'blocked-branch';

export interface PostImage {
  id: string;
  url: string;
  preview?: string;
  width: number;
  height: number;
  alt?: string;
}

export interface PostVideo {
  id: string;
  title: string;
  durationSeconds?: number;
  poster?: string | null;
  owner?: string;
}

export interface Poll {
  options: { text: string; votes?: number }[];
  multiple: boolean;
  endsAt: string;
  ended: boolean;
  votes: number;
  voters: number;
  /** What the viewer chose. */
  chosen?: number[] | null;
}

export interface LinkCard {
  url: string;
  title?: string;
  description?: string;
  site?: string;
  image?: string | null;
}

export interface PostCounts {
  replies: number;
  reposts: number;
  likes: number;
  quotes: number;
}

/** What the viewer did with a post and may do. */
export interface PostViewer {
  liked: boolean;
  reposted: boolean;
  bookmarked: boolean;
  mayReply: boolean;
  mayQuote: boolean;
  following?: boolean;
}

/** A quoted post that is not shown any more, or not to this viewer. */
export interface Unavailable {
  id: string;
  state: 'unavailable';
}

export interface Post {
  id: string;
  kind?: 'post' | 'announcement';
  /** Absent on what was deleted. */
  author?: Person;
  text?: string;
  entities?: Entity[];
  warning?: string | null;
  sensitive?: boolean;
  language?: string | null;
  visibility?: PostVisibility;
  whoMayReply?: WhoMayReply;
  whoMayQuote?: WhoMayQuote;
  replyTo?: string | null;
  replyToAuthor?: string | null;
  root?: string | null;
  rootVideo?: string | null;
  depth?: number;
  quote?: Post | Unavailable | null;
  video?: PostVideo | null;
  images?: PostImage[];
  poll?: Poll | null;
  card?: LinkCard | null;
  counts?: PostCounts;
  viewer?: PostViewer | null;
  state: 'published' | 'held' | 'deleted';
  collapsed?: Collapsed | null;
  createdAt?: string;
  editedAt?: string | null;
  version?: number;
  pinned?: boolean;
  hearted?: boolean;
  pinnedInThread?: boolean;
  locked?: boolean;
  branchHidden?: boolean;
}

export interface TimelineItem extends Post {
  /** The sort key, opaque: the same entry has the same. */
  position?: string;
  repostedBy?: Person | null;
}

export interface TimelinePage extends Page<TimelineItem> {
  /** Passed as `since`, only what came later is answered. */
  newest?: string | null;
}

/** A comment with the first of its answers. */
export interface Comment extends Post {
  replies?: (Post | ThreadNode)[];
}

export interface ThreadNode {
  post: Post;
  replies?: ThreadNode[];
  moreReplies?: number;
  cursor?: string | null;
}

export interface Thread {
  ancestors: Post[];
  post: Post;
  replies: ThreadNode[];
  nextCursor?: string | null;
}

export type ThreadSort = 'relevance' | 'newest' | 'oldest';

export interface Relation {
  account: string;
  following: boolean;
  requested: boolean;
  followedBy: boolean;
  blocked: boolean;
  muted: boolean;
  mutedUntil?: string | null;
  bell: boolean;
  reposts: boolean;
}

export interface SocialFacts {
  followers: number;
  following: number;
  posts: number;
  relation?: Relation | null;
}

export interface PostVersion {
  version: number;
  text: string;
  warning?: string | null;
  at: string;
}

export interface PollDraft {
  options: string[];
  multiple?: boolean;
  durationSeconds: number;
}

/** What a composer sends. */
export interface NewPost {
  text: string;
  replyTo?: string;
  /** The video that a comment is on. */
  commentOn?: string;
  quote?: string;
  video?: string;
  images?: string[];
  poll?: PollDraft;
  warning?: string;
  sensitive?: boolean;
  language?: string;
  visibility?: PostVisibility;
  whoMayReply?: WhoMayReply;
  whoMayQuote?: WhoMayQuote;
  scheduledAt?: string;
}

/** Something written that is not published: kept for later, or waiting for its time. */
export interface Kept {
  id: string;
  post: NewPost;
  images: PostImage[];
  scheduledAt?: string;
  /** Why it could not be published. */
  failure?: string;
  updatedAt?: string;
}

export interface UploadedImage extends PostImage {
  id: string;
}

export type CommentMode = 'open' | 'hold-all' | 'hold-links' | 'closed';

export interface TagSuggestion {
  tag: string;
  posts?: number;
}

export interface TagFacts {
  tag: string;
  posts: number;
  /** Whether there are more than were counted. */
  more?: boolean;
  following?: boolean;
  trending?: boolean;
}

export type { Picture };

/** Whether a quoted post can be shown. */
export function isAvailable(quote: Post | Unavailable | null | undefined): quote is Post {
  return quote !== undefined && quote !== null && quote.state !== 'unavailable';
}
