import type { Beacon } from './beacon';

/** What a try came to: `again` keeps what was told, after so many seconds if the server said so. */
export type Sent = 'taken' | 'refused' | { again: number | undefined };

/** The way to the server. */
export interface Way<T = Beacon> {
  send: (told: readonly T[]) => Promise<Sent>;
  /** Sends while the page goes away; nobody hears what came of it. */
  leave: (told: readonly T[]) => boolean;
}

/** What is kept while the server is away: the oldest go first. The API takes so many at once, too. */
const KEPT_MAX = 100;

/** Milliseconds in which beacons gather, so that a pause and a jump make one request. */
const GATHER = 250;

/** Milliseconds, doubling, between tries; and tries in vain before only something new makes another. */
const RETRY_FIRST = 2_000;
const RETRY_LAST = 60_000;
const RETRIES_MAX = 10;

/**
 * Keeps what is told of a player or a page in memory until the server has it. What goes twice is counted once, by its
 * number or name.
 */
export class Outbox<T = Beacon> {
  private kept: T[] = [];
  private sending = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** What comes within so many milliseconds goes together. */
  constructor(
    private readonly way: Way<T>,
    private readonly gather = GATHER,
  ) {}

  /** Whether the server has everything. */
  get empty(): boolean {
    return this.kept.length === 0;
  }

  add(told: T): void {
    this.kept.push(told);
    this.kept.splice(0, this.kept.length - KEPT_MAX);
    // While the server is away, its turn comes with the next try.
    if (this.timer === undefined) this.later(this.gather);
  }

  /** There may be a way again. */
  tryNow(): void {
    this.failures = 0;
    clearTimeout(this.timer);
    this.timer = undefined;
    void this.flush();
  }

  /** The page goes: everything is sent at once, also what is under way and may not arrive. */
  leave(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.kept.length > 0 && this.way.leave(this.kept)) this.kept = [];
  }

  private later(milliseconds: number): void {
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.flush();
    }, milliseconds);
  }

  private async flush(): Promise<void> {
    if (this.sending || this.kept.length === 0) return;
    this.sending = true;
    const batch = [...this.kept];
    const sent = await this.way.send(batch).catch((): Sent => ({ again: undefined }));
    this.sending = false;
    if (typeof sent === 'string') {
      this.failures = 0;
      this.kept = this.kept.filter(one => !batch.includes(one));
      if (this.kept.length > 0 && this.timer === undefined) this.later(this.gather);
      return;
    }
    this.failures++;
    if (this.failures > RETRIES_MAX || this.timer !== undefined) return;
    const pause = Math.min(RETRY_LAST, RETRY_FIRST * 2 ** (this.failures - 1));
    this.later(Math.max(pause, (sent.again ?? 0) * 1000));
  }
}
