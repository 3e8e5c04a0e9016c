import type { Conversation, Message } from '../../api/inbox/messages';

/** Milliseconds between what one person says without a pause. */
const TOGETHER = 5 * 60_000;

/** A day's beginning, that from here on it is unread, or something that was said. */
export type Line =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'unread'; key: string }
  | { kind: 'said'; key: string; message: Message; first: boolean; last: boolean };

/** All of both, the oldest first, each once; what is told now goes before what was known. */
export function merged(known: readonly Message[], told: readonly Message[]): Message[] {
  const all = new Map(known.map(one => [one.id, one]));
  for (const one of told) all.set(one.id, one);
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Whether what was told follows what is known without a gap. */
export function meets(known: readonly Message[], told: readonly Message[], more: boolean): boolean {
  if (known.length === 0 || !more) return true;
  const ids = new Set(known.map(one => one.id));
  return told.some(one => ids.has(one.id));
}

/** What a conversation shows, from top to bottom. */
export function linesOf(messages: readonly Message[], viewer: string, readUpTo: string | undefined): Line[] {
  const lines: Line[] = [];
  let marked = readUpTo === undefined;
  messages.forEach((message, index) => {
    const before = messages[index - 1];
    const after = messages[index + 1];
    const newDay = !before || dayOf(before.createdAt) !== dayOf(message.createdAt);
    if (newDay) lines.push({ kind: 'day', key: `day:${dayOf(message.createdAt)}`, at: message.createdAt });
    const begins = !marked && message.author !== viewer && message.id > readUpTo!;
    if (begins) {
      lines.push({ kind: 'unread', key: 'unread' });
      marked = true;
    }
    lines.push({
      kind: 'said',
      key: message.id,
      message,
      first: newDay || begins || !together(before, message),
      last: !after || dayOf(after.createdAt) !== dayOf(message.createdAt) || !together(message, after),
    });
  });
  return lines;
}

function together(one: Message, next: Message): boolean {
  return one.author === next.author && Date.parse(next.createdAt) - Date.parse(one.createdAt) < TOGETHER;
}

/** A day where the reader is. */
export function dayOf(time: string): string {
  return new Date(time).toDateString();
}

/** The newest of one's own messages, and who has read it. */
export function readers(
  messages: readonly Message[],
  viewer: string,
  conversation: Pick<Conversation, 'receipts' | 'people'>,
): { message: string; people: Conversation['people'] } | undefined {
  const last = messages.findLast(one => one.author === viewer && !one.deleted);
  if (!last) return undefined;
  const people = conversation.people.filter(one => (conversation.receipts[one.id] ?? '') >= last.id);
  return people.length > 0 ? { message: last.id, people } : undefined;
}
