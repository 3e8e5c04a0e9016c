import type { Granularity } from './range';

/** Milliseconds of each. */
const STEPS: Record<Granularity | 'second', number> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

export type Point = readonly [time: string | number, value: number | null];

/** Every step from a moment to another, which is left out; epoch milliseconds. */
export function stepsBetween(from: string, to: string, granularity: Granularity | 'second'): number[] {
  const step = STEPS[granularity];
  const first = Math.floor(Date.parse(from) / step) * step;
  const count = Math.max(0, Math.ceil((Date.parse(to) - first) / step));
  return Array.from({ length: count }, (_, index) => first + index * step);
}

/** The value at each step. Where nothing is told nothing happened: 0, or nothing at all for an average. */
export function valuesAt(
  steps: readonly number[],
  points: readonly Point[],
  missing: 0 | null,
): (number | null)[] {
  const known = new Map(points.map(([time, value]) => [momentOf(time), value]));
  return steps.map(step => known.get(step) ?? missing);
}

function momentOf(time: string | number): number {
  return typeof time === 'number' ? time : Date.parse(time);
}

/** Values of a chart without the steps that have not begun. */
export function until<T>(steps: readonly number[], values: readonly T[], now: number): (T | null)[] {
  return values.map((value, index) => (steps[index]! > now ? null : value));
}

export type Change = 'more' | 'fewer' | 'same' | 'new' | 'none';

/** How a number stands to the one before: by which share, and which way. */
export function changeOf(now: number | undefined, before: number | undefined): { change: Change; share: number } {
  if (now === undefined || before === undefined) return { change: 'none', share: 0 };
  // Of nothing and nothing there is nothing to say.
  if (before === 0) return { change: now === 0 ? 'none' : 'new', share: 0 };
  const share = (now - before) / Math.abs(before);
  // Less than half a percent is written as none.
  if (Math.abs(share) < 0.005) return { change: 'same', share: 0 };
  return { change: share > 0 ? 'more' : 'fewer', share: Math.abs(share) };
}
