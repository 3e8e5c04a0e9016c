import type { Notification, NotificationFilter, NotificationKind } from '../../api/inbox/notifications';

/** What people say to somebody: shown whole, to be answered at once. */
const TALK: ReadonlySet<NotificationKind> = new Set<NotificationKind>(['mention', 'reply', 'quote']);

export function isTalk(kind: NotificationKind): boolean {
  return TALK.has(kind);
}

/** Whether a list shows it as it comes in; what was held back is never told. */
export function belongs(one: Notification, filter: NotificationFilter): boolean {
  return filter === 'all' || (filter === 'mentions' && isTalk(one.kind));
}

/** The newest first, each once: a row that somebody joined moves up. */
export function withNew(list: readonly Notification[], fresh: readonly Notification[]): Notification[] {
  const ids = new Set(fresh.map(one => one.id));
  return [...fresh, ...list.filter(one => !ids.has(one.id))];
}

/** Where a notification leads. */
export function placeOf(one: Notification): string | undefined {
  if (one.kind === 'message-request') {
    return one.conversation ? `/messages/${one.conversation}` : '/messages?folder=requests';
  }
  if (one.kind === 'follow-request') return '/follow-requests';
  if (one.kind === 'video' && one.video) return `/watch/${one.video.id}`;
  if (one.post) return `/post/${one.post.id}`;
  const [first] = one.people;
  return first?.username ? `/@${first.username}` : undefined;
}

export interface Phrases {
  somebody: string;
  two: (first: string, second: string) => string;
  others: (count: string, one: boolean) => string;
}

/** "Ada", "Ada and Kenji", "Ada, Kenji and 12 others". */
export function who(names: readonly string[], count: number, say: Phrases, figure: (count: number) => string): string {
  const [first, second] = names.map(isolated);
  if (first === undefined) return say.somebody;
  if (second === undefined) return count > 1 ? say.two(first, say.others(figure(count - 1), count === 2)) : first;
  if (count <= 2) return say.two(first, second);
  return say.two(`${first}, ${second}`, say.others(figure(count - 2), count === 3));
}

/** A name in a script that runs the other way does not turn the sentence around. */
function isolated(name: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name;
}
