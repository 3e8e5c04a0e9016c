import { language } from '../../words';
import { number, short } from '../../words/figures';

/** What a number is of: how it is written short and exactly. */
export interface Unit {
  short: (value: number) => string;
  exact: (value: number) => string;
  /** Without halves on an axis. */
  whole: boolean;
}

const HOUR = 3_600;
const MINUTE = 60;

function inUnit(unit: string, digits: number, display: 'short' | 'long'): Intl.NumberFormat {
  const form = { style: 'unit', unit, unitDisplay: display, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(language, form);
}

/** A length of time in the largest unit that fits: "1.5 hr". */
function lengthIn(display: 'short' | 'long'): (seconds: number) => string {
  return seconds => {
    if (seconds >= HOUR) return inHours(seconds / HOUR, display);
    if (seconds >= MINUTE) return inUnit('minute', seconds >= 10 * MINUTE ? 0 : 1, display).format(seconds / MINUTE);
    return inUnit('second', seconds >= 10 ? 0 : 2, display).format(seconds);
  };
}

/** Thousands of hours are short where there is little room. */
function inHours(hours: number, display: 'short' | 'long'): string {
  if (hours < 1_000 || display === 'long') return inUnit('hour', hours >= 100 ? 0 : 1, display).format(hours);
  const form = { style: 'unit', unit: 'hour', unitDisplay: 'short', notation: 'compact' } as const;
  return new Intl.NumberFormat(language, { ...form, maximumFractionDigits: 1 }).format(hours);
}

function percentOf(digits: number): (share: number) => string {
  return share => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }).format(share);
}

export const COUNT: Unit = { short, exact: number, whole: true };
export const LENGTH: Unit = { short: lengthIn('short'), exact: lengthIn('long'), whole: false };
/** Below a tenth, a whole percent is too coarse. */
const shortPercent = (share: number): string => percentOf(Math.abs(share) < 0.1 ? 1 : 0)(share);

export const SHARE: Unit = { short: shortPercent, exact: percentOf(1), whole: false };
export const DECIMAL: Unit = {
  short: value => new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value),
  exact: value => new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(value),
  whole: false,
};

/** A share of change, rounded to whole percents below ten times. */
export const changePercent = percentOf(0);

/** A day in UTC, as days are counted: "12 May", with the year where it is told exactly. */
export function dayOf(time: number, exact: boolean): string {
  const form: Intl.DateTimeFormatOptions = exact
    ? { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
    : { day: 'numeric', month: 'short', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(language, form).format(time);
}

/** A moment on the visitor's own clock. */
export function momentOf(time: number, step: 'hour' | 'minute' | 'second', exact: boolean): string {
  // Two days have every hour twice.
  if (step === 'hour' && !exact) {
    return new Intl.DateTimeFormat(language, { weekday: 'short', hour: 'numeric' }).format(time);
  }
  const form: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  if (step === 'second') form.second = '2-digit';
  if (step === 'hour') Object.assign(form, { day: 'numeric', month: 'short' });
  return new Intl.DateTimeFormat(language, form).format(time);
}

/** The name of a country by its code of two letters. */
export function countryOf(code: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  return new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(code);
}
