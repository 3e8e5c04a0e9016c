import { language, words } from './index';

const SECOND = 1;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MONTH = 30.44 * DAY;
const YEAR = 365.25 * DAY;

const STEPS: readonly [number, Intl.RelativeTimeFormatUnit][] = [
  [YEAR, 'year'],
  [MONTH, 'month'],
  [WEEK, 'week'],
  [DAY, 'day'],
  [HOUR, 'hour'],
  [MINUTE, 'minute'],
];

/** Making a formatter takes longer than a hundred uses of it. */
function formatter<F>(make: () => F): () => F {
  let made: F | undefined;
  return () => (made ??= make());
}

const ages = formatter(() => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
const times = formatter(() => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }));
const percents = formatter(() => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }));
const numbers = formatter(() => new Intl.NumberFormat(language));

/** How long ago, roughly: "3 hours ago". */
export function age(time: string, now: number = Date.now()): string {
  const seconds = (Date.parse(time) - now) / 1000;
  for (const [length, unit] of STEPS) {
    if (Math.abs(seconds) >= length) return ages().format(Math.trunc(seconds / length), unit);
  }
  return words.justNow;
}

export function exactTime(time: string): string {
  return times().format(new Date(time));
}

/** A position in a video: 0:07, 12:34, 1:02:03. */
export function clock(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
  const hours = Math.floor(whole / HOUR);
  const minutes = Math.floor((whole % HOUR) / MINUTE);
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % MINUTE)}` : `${minutes}:${two(whole % MINUTE)}`;
}

/** The length of a video on its card: a fraction of a second counts as one. */
export function length(seconds: number): string {
  return clock(Math.max(1, Math.round(seconds)));
}

/** A waiting time, roughly: "12 sec", "3 min", "2 hr". */
export function wait(seconds: number): string {
  const unit = seconds < MINUTE ? 'second' : seconds < HOUR ? 'minute' : 'hour';
  const size = unit === 'second' ? SECOND : unit === 'minute' ? MINUTE : HOUR;
  const value = Math.max(1, Math.ceil(seconds / size));
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

/** Bytes in decimal units: "12.4 MB". */
export function bytes(count: number): string {
  let value = count;
  let step = 0;
  while (value >= 1000 && step < BYTE_UNITS.length - 1) {
    value /= 1000;
    step++;
  }
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: BYTE_UNITS[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}

export function percent(share: number): string {
  const whole = Math.floor(Math.min(1, Math.max(0, share)) * 100) / 100;
  return percents().format(whole);
}

export function number(value: number): string {
  return numbers().format(value);
}

const shorts = formatter(
  () => new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }),
);

/** A count where there is little room: "12.4K". */
export function short(value: number): string {
  return shorts().format(value);
}

/** A length of time that somebody chooses: "5 minutes", "3 days". */
export function span(seconds: number): string {
  const steps: [number, string][] = [
    [DAY, 'day'],
    [HOUR, 'hour'],
    [MINUTE, 'minute'],
  ];
  const [length, unit] = steps.find(([length]) => seconds >= length) ?? [MINUTE, 'minute'];
  const value = Math.round(seconds / length);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
