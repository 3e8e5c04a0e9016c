/** The beginning of a mention or a hashtag that somebody is typing. */
export interface Typed {
  kind: 'mention' | 'hashtag';
  /** What follows the sign. */
  query: string;
  start: number;
  end: number;
}

const BEGUN = /(?:^|[^\p{L}\p{N}_@#/])([@#])([\p{L}\p{N}_.]{1,60})$/u;

/** What is being typed before the caret, if it is one of these. */
export function typedAt(text: string, caret: number): Typed | undefined {
  // A word that goes on after the caret is not being typed.
  if (/^[\p{L}\p{N}_]/u.test(text.slice(caret))) return undefined;
  const match = BEGUN.exec(text.slice(Math.max(0, caret - 64), caret));
  const [, sign, query] = match ?? [];
  if (!sign || !query) return undefined;
  return { kind: sign === '@' ? 'mention' : 'hashtag', query, start: caret - query.length - 1, end: caret };
}

/** The text with what was chosen in place of what was typed, and where the caret goes. */
export function completed(text: string, typed: Typed, chosen: string): { text: string; caret: number } {
  const sign = typed.kind === 'mention' ? '@' : '#';
  const after = text.slice(typed.end);
  const word = `${sign}${chosen}${/^\s/.test(after) ? '' : ' '}`;
  const caret = typed.start + word.length + (/^\s/.test(after) ? 1 : 0);
  return { text: text.slice(0, typed.start) + word + after, caret };
}
