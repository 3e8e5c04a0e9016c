/** What a post may hold, as the API has it: what people take for characters. */
export const TEXT_MAX = 2_000;

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : undefined;

/** What people take for characters: a family of four is one, and so is a letter with its accents. */
export function graphemes(text: string): number {
  // Most texts have none that is longer than a unit.
  if (/^[\x20-\x7e\n]*$/.test(text)) return text.length;
  if (!segmenter) return [...text].length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count++;
  return count;
}
