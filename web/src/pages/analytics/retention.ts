/** Parts that the API cuts a video into. */
const PARTS = 100;

/** Where each part of a video begins, in seconds. */
export function placesOf(duration: number, parts: number = PARTS): number[] {
  return Array.from({ length: parts }, (_, index) => (index / parts) * duration);
}

/** The share that is still there at a part of the whole, from 0 to 1. */
export function shareAt(curve: readonly number[], part: number): number | undefined {
  return curve[Math.min(curve.length - 1, Math.floor(part * curve.length))];
}
