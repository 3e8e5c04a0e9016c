/** The points of a line through counts, in a box of that size; the newest is at the right. */
export function points(counts: readonly number[], width: number, height: number): string {
  const highest = Math.max(1, ...counts);
  const step = counts.length > 1 ? width / (counts.length - 1) : 0;
  return counts.map((count, index) => `${round(index * step)},${round(height - (count / highest) * height)}`).join(' ');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
