import type { Kept, NewPost, Post, PostVisibility, WhoMayQuote, WhoMayReply } from '../../api/social/types';
import type { Writing } from '../post/compose';
import { graphemes, TEXT_MAX } from './graphemes';

export const OPTIONS_MIN = 2;
export const OPTIONS_MAX = 6;
export const OPTION_MAX = 80;

/** Seconds that a poll may last: what people ask each other is answered within a month. */
export const POLL_LENGTHS = [300, 1_800, 3_600, 21_600, 86_400, 259_200, 604_800, 2_592_000] as const;

export interface PollWritten {
  options: string[];
  multiple: boolean;
  durationSeconds: number;
}

/** What somebody has written so far, besides pictures. */
export interface Written {
  text: string;
  /** Absent when there is none; may be empty while it is being written. */
  warning?: string | undefined;
  sensitive: boolean;
  language: string;
  visibility: PostVisibility;
  whoMayReply: WhoMayReply;
  whoMayQuote: WhoMayQuote;
  poll?: PollWritten | undefined;
  video?: { id: string; title: string } | undefined;
  /** As the field for it has it: local time without a zone. */
  scheduledAt?: string | undefined;
}

export function blank(language: string): Written {
  return {
    text: '',
    sensitive: false,
    language,
    visibility: 'public',
    whoMayReply: 'everyone',
    whoMayQuote: 'everyone',
  };
}

/** What there is to begin with. */
export function begin(writing: Writing, language: string): Written {
  const { edit, kept } = writing;
  if (edit) return ofPost(edit, language);
  if (kept) return ofKept(kept, language);
  const answered = writing.replyTo;
  const narrow = answered?.visibility === 'followers' ? { visibility: 'followers' as const } : {};
  return { ...blank(language), ...narrow, text: writing.text ?? '' };
}

function ofPost(post: Post, language: string): Written {
  return {
    ...blank(language),
    text: post.text ?? '',
    ...(post.warning && { warning: post.warning }),
    sensitive: post.sensitive ?? false,
    language: post.language ?? language,
    visibility: post.visibility ?? 'public',
  };
}

function ofKept({ post, scheduledAt }: Kept, language: string): Written {
  return {
    ...blank(language),
    text: post.text,
    ...(post.warning && { warning: post.warning }),
    sensitive: post.sensitive ?? false,
    language: post.language ?? language,
    visibility: post.visibility ?? 'public',
    whoMayReply: post.whoMayReply ?? 'everyone',
    whoMayQuote: post.whoMayQuote ?? 'everyone',
    ...(post.poll && { poll: { multiple: false, ...post.poll } }),
    ...(post.video && { video: { id: post.video, title: post.video } }),
    ...(scheduledAt && { scheduledAt: localTime(scheduledAt) }),
  };
}

/** What is sent. What stands as it is by itself is left out. */
export function newPost(written: Written, writing: Writing, images: readonly string[]): NewPost {
  const replyTo = writing.replyTo?.id ?? writing.kept?.post.replyTo;
  const commentOn = writing.video?.id ?? writing.kept?.post.commentOn;
  const quote = writing.quote?.id ?? writing.kept?.post.quote;
  const options = written.poll?.options.map(option => option.trim()).filter(option => option !== '') ?? [];
  return {
    text: written.text.trim(),
    ...(replyTo && { replyTo }),
    ...(commentOn && { commentOn }),
    ...(quote && { quote }),
    ...(written.video && { video: written.video.id }),
    ...(images.length > 0 && { images: [...images] }),
    ...(written.poll && {
      poll: { options, multiple: written.poll.multiple, durationSeconds: written.poll.durationSeconds },
    }),
    ...(written.warning?.trim() && { warning: written.warning.trim() }),
    ...(written.sensitive && { sensitive: true }),
    ...(written.language && { language: written.language }),
    ...(written.visibility !== 'public' && { visibility: written.visibility }),
    ...(written.whoMayReply !== 'everyone' && { whoMayReply: written.whoMayReply }),
    ...(written.whoMayQuote !== 'everyone' && { whoMayQuote: written.whoMayQuote }),
    ...(written.scheduledAt && { scheduledAt: new Date(written.scheduledAt).toISOString() }),
  };
}

/** Whether nothing would be lost. */
export function isBlank(written: Written, images: number): boolean {
  const asked = written.poll?.options.some(option => option.trim() !== '') ?? false;
  return written.text.trim() === '' && !written.warning?.trim() && images === 0 && !written.video && !asked;
}

/** Whether it can be sent as it is. */
export function isWhole(written: Written, writing: Writing, images: number): boolean {
  const { poll, text } = written;
  if (graphemes(text) > TEXT_MAX) return false;
  const options = poll?.options.map(option => option.trim()).filter(option => option !== '') ?? [];
  const apart = new Set(options).size === options.length;
  const short = options.every(option => graphemes(option) <= OPTION_MAX);
  if (poll && (options.length < OPTIONS_MIN || !apart || !short)) return false;
  const shows = images > 0 || written.video !== undefined || poll !== undefined;
  const leans = writing.quote !== undefined || writing.kept?.post.quote !== undefined || writing.edit !== undefined;
  return text.trim() !== '' || shows || leans;
}

/** A moment as a field for local times has it. */
export function localTime(time: string | Date): string {
  const date = new Date(time);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
