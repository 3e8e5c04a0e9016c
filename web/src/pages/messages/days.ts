import { language } from '../../words';
import { inbox } from '../../words/inbox';
import { dayOf } from './lines';

const DAY = 86_400_000;

/** A day as people say it. */
export function dayName(time: string, now: number = Date.now()): string {
  const day = dayOf(time);
  if (day === new Date(now).toDateString()) return inbox.messages.today;
  if (day === new Date(now - DAY).toDateString()) return inbox.messages.yesterday;
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(!sameYear && { year: 'numeric' }),
  }).format(new Date(time));
}

const times = new Map<string, Intl.DateTimeFormat>();

/** The time of day. */
export function timeOfDay(time: string): string {
  const format = times.get(language) ?? new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
  times.set(language, format);
  return format.format(new Date(time));
}
