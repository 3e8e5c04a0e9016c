import type { PlaybackQuality } from './beacon';

/** Errors in one beacon: what follows says nothing new. */
const ERRORS_MAX = 8;

/** How well a video plays: its start, its stalls, its errors. Times in seconds on one clock. */
export class Experience {
  private startup: number | undefined;
  private told = false;
  private stalls = 0;
  private stalled = 0;
  private stalledSince: number | undefined;
  private errors: string[] = [];
  private dropped = 0;

  constructor(private asked: number) {}

  get started(): boolean {
    return this.startup !== undefined;
  }

  /** Somebody wants it to play, after it had waited to be asked. */
  askedAgain(now: number): void {
    if (!this.started) this.asked = now;
  }

  plays(now: number): void {
    this.startup ??= Math.max(0, now - this.asked);
    this.goesOn(now);
  }

  /** It has nothing to show, though nobody jumped. */
  stands(now: number): void {
    if (!this.started || this.stalledSince !== undefined) return;
    this.stalledSince = now;
    this.stalls++;
  }

  /** It does no longer stand still for want of data: it plays, or nobody wants it to. */
  goesOn(now: number): void {
    if (this.stalledSince !== undefined) this.stalled += now - this.stalledSince;
    this.stalledSince = undefined;
  }

  fails(code: string): void {
    if (this.errors.length < ERRORS_MAX) this.errors.push(code);
  }

  /** What is new since this was last asked; nothing when nothing is. `dropped` counts from the start; `gaveUp`: who waited for it to begin went. */
  take(now: number, dropped: number, gaveUp: boolean): PlaybackQuality {
    if (this.stalledSince !== undefined) {
      this.stalled += now - this.stalledSince;
      this.stalledSince = now;
    }
    const quality: PlaybackQuality = {};
    if (this.startup !== undefined && !this.told) quality.startupSeconds = rounded(this.startup);
    if (this.stalls > 0) quality.stalls = this.stalls;
    if (this.stalled > 0) quality.stalledSeconds = rounded(this.stalled);
    if (this.errors.length > 0) quality.errors = this.errors;
    if (dropped > this.dropped) quality.droppedFrames = dropped - this.dropped;
    if (gaveUp && this.errors.length === 0) quality.exitedBeforeStart = true;
    this.told ||= this.started;
    this.stalls = 0;
    this.stalled = 0;
    this.errors = [];
    this.dropped = Math.max(this.dropped, dropped);
    return quality;
  }
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
