/** A span of whole days in UTC, both ends included, as `2026-05-31`. */
export interface Range {
  from: string;
  to: string;
  /** Days up to today, when that is what was chosen. */
  days: number | undefined;
}

export const PRESETS = [7, 28, 90, 365] as const;
const USUAL = 28;

/** Days that one question may span. */
export const DAYS_MAX = 366;

/** Days up to which a chart has a point for each hour. */
const BY_HOUR_MAX = 2;

const DAY = 86_400_000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export type Granularity = 'minute' | 'hour' | 'day';

export function lastDays(days: number, now: number): Range {
  return { from: dateOf(now - (days - 1) * DAY), to: dateOf(now), days };
}

/** A span that somebody chose; nothing when there is none like it. */
export function customRange(from: string, to: string): Range | undefined {
  if (!DATE.test(from) || !DATE.test(to)) return undefined;
  const range = { from, to, days: undefined };
  const length = lengthOf(range);
  return length >= 1 && length <= DAYS_MAX ? range : undefined;
}

/** The span that an address names: `days=28`, or `from=…&to=…`. */
export function rangeOf(query: URLSearchParams, now: number): Range {
  const custom = customRange(query.get('from') ?? '', query.get('to') ?? '');
  const days = PRESETS.find(one => String(one) === query.get('days'));
  return custom ?? lastDays(days ?? USUAL, now);
}

/** What an address says of a span; nothing of the usual one. */
export function queryOf(range: Range): Record<string, string> {
  if (range.days === undefined) return { from: range.from, to: range.to };
  return range.days === USUAL ? {} : { days: String(range.days) };
}

/** Whole days. */
export function lengthOf({ from, to }: Pick<Range, 'from' | 'to'>): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
}

/** As many days, right before. */
export function previousOf(range: Range): Range {
  const length = lengthOf(range) * DAY;
  const earlier = (date: string): string => dateOf(Date.parse(date) - length);
  return { from: earlier(range.from), to: earlier(range.to), days: undefined };
}

export function granularityOf(range: Range): Granularity {
  return lengthOf(range) <= BY_HOUR_MAX ? 'hour' : 'day';
}

/** First moment of a span and the one after its last, as the API takes them. */
export function momentsOf(range: Range): { from: string; to: string } {
  return {
    from: new Date(Date.parse(range.from)).toISOString(),
    to: new Date(Date.parse(range.to) + DAY).toISOString(),
  };
}

export function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
