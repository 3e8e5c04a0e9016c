import type { Way } from '../player/viewing/outbox';
import { PageView, type Impression } from './page';

/** The part of a card that must be in sight, and for how many milliseconds. docs/VIEW_RULE.md promises both. */
export const PART = 0.5;
export const LONG = 1_000;

/** What a document knows a card by: its element. */
export type Card = object;

export interface WatcherFacts {
  /** Milliseconds on the document's clock. */
  now: () => number;
  hidden: () => boolean;
  /** Of the page that is shown. */
  path: () => string;
  way: (session: string) => Way<Impression>;
}

/** Tells which cards could be seen, and which were followed. It only listens. */
export class Watcher {
  private readonly cards = new Map<Card, string>();
  private readonly inSight = new Set<Card>();
  private readonly timers = new Map<Card, ReturnType<typeof setTimeout>>();
  private page: PageView;
  /** Left: the last one, and those that are not told in full yet. */
  private older: PageView[] = [];

  constructor(private readonly facts: WatcherFacts) {
    this.page = new PageView(facts.path(), facts.way);
  }

  add(card: Card, video: string): void {
    this.cards.set(card, video);
  }

  remove(card: Card): void {
    this.looked(card, false);
    this.cards.delete(card);
  }

  /** So much of it is in sight now, or no more. Of a card that is gone the browser may still say so. */
  looked(card: Card, inSight: boolean): void {
    if (inSight && this.cards.has(card)) {
      this.inSight.add(card);
      this.begin(card);
    } else {
      this.inSight.delete(card);
      this.end(card);
    }
  }

  /** A card of the page with this path, which may be left by now: whoever leaves hears of nothing, so it goes at once. */
  followed(video: string, path: string): void {
    let page = this.all().findLast(one => one.path === path);
    if (!page) this.older.push((page = new PageView(path, this.facts.way)));
    page.followed(video, this.facts.now());
    page.outbox.tryNow();
  }

  /** Another page is shown: what is in sight there is seen anew. */
  moved(): void {
    const path = this.facts.path();
    if (path === this.page.path) return;
    this.page.outbox.tryNow();
    this.older = [...this.older.filter(page => !page.outbox.empty), this.page];
    this.page = new PageView(path, this.facts.way);
    for (const card of this.inSight) {
      this.end(card);
      this.begin(card);
    }
  }

  /** The tab was hidden or shown. */
  turned(): void {
    for (const card of this.inSight) {
      if (this.facts.hidden()) this.end(card);
      else this.begin(card);
    }
    // It may never be shown again.
    if (this.facts.hidden()) this.all().forEach(page => page.outbox.tryNow());
  }

  /** There may be a way to the server again. */
  online(): void {
    this.all().forEach(page => page.outbox.tryNow());
  }

  /** The document goes. */
  leaves(): void {
    this.all().forEach(page => page.outbox.leave());
  }

  private all(): PageView[] {
    return [...this.older, this.page];
  }

  private begin(card: Card): void {
    if (this.timers.has(card) || this.facts.hidden()) return;
    const since = this.facts.now();
    this.timers.set(
      card,
      setTimeout(() => {
        const video = this.cards.get(card);
        if (video !== undefined) this.page.saw(video, since);
      }, LONG),
    );
  }

  private end(card: Card): void {
    clearTimeout(this.timers.get(card));
    this.timers.delete(card);
  }
}
