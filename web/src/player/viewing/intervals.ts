/** A part of a video that was played: seconds from its start. */
export type Interval = [from: number, to: number];

/** Seconds. Below it, a gap between two parts is the clock of the media element, not something left out. */
const GAP = 0.05;

/** Seconds. A part below it has shown nothing. */
const SHORTEST = 0.01;

/** Parts between two beacons: the API takes 32, and one may be under way. */
const PARTS_MAX = 30;

/**
 * Notes what was played of a video, from what its media element says. What is played twice is noted twice. A jump ends
 * a part where the element last was, for by the time it says that it jumps it is somewhere else already.
 */
export class IntervalRecorder {
  private parts: Interval[] = [];
  private from: number | undefined;
  private to = 0;

  /** Where it was last seen to play. */
  get position(): number {
    return this.to;
  }

  /** Whether what is noted should be taken before more comes. */
  get full(): boolean {
    return this.parts.length >= PARTS_MAX;
  }

  /** Seconds of content noted since they were last taken. */
  get played(): number {
    const under = this.from === undefined ? 0 : this.to - this.from;
    return this.parts.reduce((sum, [from, to]) => sum + to - from, under);
  }

  /** It plays, and is there. */
  plays(at: number): void {
    if (this.from !== undefined && at < this.to - GAP) this.stops();
    this.from ??= at;
    this.to = Math.max(at, this.from);
  }

  /** It plays no more; it was there, or where it was last seen to play. */
  stops(at?: number): void {
    if (this.from === undefined) return;
    if (at !== undefined && at > this.to) this.to = at;
    this.note(this.from, this.to);
    this.from = undefined;
  }

  /** What was played since this was last asked; a part that is under way goes on from here. */
  take(): Interval[] {
    if (this.from !== undefined) {
      this.note(this.from, this.to);
      this.from = this.to;
    }
    const taken = this.parts.map(([from, to]): Interval => [rounded(from), rounded(to)]);
    this.parts = [];
    return taken;
  }

  private note(from: number, to: number): void {
    if (to - from < SHORTEST) return;
    const last = this.parts.at(-1);
    if (last && Math.abs(from - last[1]) < GAP) last[1] = to;
    else this.parts.push([from, to]);
  }
}

/** Milliseconds are exact enough. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
