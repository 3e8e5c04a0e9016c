import { newKey } from '../../api/call';
import { changeDraft, createDraft, deleteDraft } from '../../api/social/drafts';
import type { NewPost, PostImage } from '../../api/social/types';
import { memory } from '../memory';
import type { Writing } from '../post/compose';
import type { Written } from './written';

interface KeptHere {
  written: Written;
  images: PostImage[];
  draft?: string | undefined;
}

/** What was written and not sent, for each thing that it is about: kept by this browser, letter by letter. */
const here = memory<Record<string, KeptHere>>('writing');

/** The most that are kept in this browser; the server keeps more. */
const HERE_MAX = 10;

/** Milliseconds without a change before a draft goes to the server. */
const REST = 4_000;

/** What a text is about, and whose it is. Changes of a post and drafts begin with what is stored. */
export function placeOf(account: string, writing: Writing): string | undefined {
  if (writing.edit || writing.kept) return undefined;
  const about = writing.replyTo?.id ?? writing.video?.id ?? (writing.quote ? `quote:${writing.quote.id}` : 'new');
  return `${account}/${about}`;
}

export function keptAt(place: string | undefined): KeptHere | undefined {
  return place ? here.get()?.[place] : undefined;
}

export function keepAt(place: string | undefined, kept: KeptHere | undefined): void {
  if (!place) return;
  const { [place]: _, ...others } = here.get() ?? {};
  const newest = Object.entries(others).slice(-HERE_MAX);
  here.set(Object.fromEntries(kept ? [...newest, [place, kept]] : newest));
}

/** Says which draft at the server a text is, so that it is found again with it. */
export function nameDraft(place: string | undefined, draft: string): void {
  const kept = keptAt(place);
  if (kept) keepAt(place, { ...kept, draft });
}

/** Keeps one text as a draft at the server while it is being written. Calls run one after the other. */
export class DraftKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private work: Promise<void> = Promise.resolve();
  private over = false;

  constructor(
    public id: string | undefined,
    private readonly named: (id: string) => void,
  ) {}

  later(post: NewPost): void {
    clearTimeout(this.timer);
    if (!this.over) this.timer = setTimeout(() => this.save(post), REST);
  }

  /** Saves now; what is kept in the browser makes up for a failure. */
  save(post: NewPost): Promise<void> {
    clearTimeout(this.timer);
    return this.then(async () => {
      if (this.id) return changeDraft(this.id, post);
      const made = await createDraft(post, newKey());
      this.id = made.id;
      this.named(made.id);
    });
  }

  /** It was sent, or is not wanted: no draft of it stays. */
  discard(): void {
    clearTimeout(this.timer);
    this.over = true;
    void this.then(async () => {
      if (this.id) await deleteDraft(this.id);
    });
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private then(step: () => Promise<void>): Promise<void> {
    this.work = this.work.then(step).catch(() => {});
    return this.work;
  }
}
