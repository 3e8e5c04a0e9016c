import type { Video } from '../api/types';
import { memory } from '../parts/memory';

/** Where a video was left: seconds from its start, and when that was. */
type Position = [seconds: number, at: number];

/** Videos whose position is kept: the oldest are forgotten first. */
const POSITIONS_MAX = 200;

/** Seconds. Near the start or the end there is nothing to go back to. */
const FROM_START = 5;
const FROM_END = 10;

const positions = memory<Record<string, Position>>('positions');

/** Seconds to go on from; 0 for the start. */
export function positionOf(id: string): number {
  return positions.get()?.[id]?.[0] ?? 0;
}

export function keepPosition(id: string, seconds: number, duration: number): void {
  const kept = { ...positions.get() };
  delete kept[id];
  const worth = seconds > FROM_START && seconds < duration - FROM_END;
  if (worth) kept[id] = [Math.floor(seconds), Date.now()];
  const newest = Object.entries(kept)
    .sort(([, a], [, b]) => b[1] - a[1])
    .slice(0, POSITIONS_MAX);
  positions.set(Object.fromEntries(newest));
}

/** The share of a video that was watched, when it was left half-way. */
export function watchedShare(video: Video): number | undefined {
  const position = positionOf(video.id);
  return position > 0 && video.durationSeconds ? Math.min(1, position / video.durationSeconds) : undefined;
}
