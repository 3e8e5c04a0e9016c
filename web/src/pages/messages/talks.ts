import { newKey } from '../../api/call';
import {
  readMessages,
  sendMessage,
  takeBack,
  type Message,
  type MessageNews,
} from '../../api/inbox/messages';
import { problemOf, type Problem } from '../../api/problem';
import { session } from '../../api/session';
import { onLive } from '../../live/stream';
import { createStore, type Store } from '../../parts/store';
import { meets, merged } from './lines';
import { knownConversation, putConversation } from './shelves';

/** Something that is on its way, or did not get through. */
export interface Pending {
  key: string;
  text: string;
  at: string;
  problem: Problem | undefined;
  busy: boolean;
}

/** What is known of what people said in one conversation. */
export interface Talk {
  /** The oldest first; absent until the newest page is there. */
  messages: readonly Message[] | undefined;
  cursor: string | undefined;
  loading: boolean;
  problem: Problem | undefined;
  pending: readonly Pending[];
  /** Messages that are shown as taken back, while that can be undone. */
  withdrawn: ReadonlySet<string>;
}

const EMPTY: Talk = {
  messages: undefined,
  cursor: undefined,
  loading: false,
  problem: undefined,
  pending: [],
  withdrawn: new Set(),
};

const talks = new Map<string, Store<Talk>>();

/** What was typed and not sent, by conversation. */
export const typed = new Map<string, string>();

export function talkOf(id: string): Store<Talk> {
  const known = talks.get(id) ?? createStore(EMPTY);
  talks.set(id, known);
  return known;
}

/** The newest messages: on opening, and when something new was said. */
export async function loadNewest(id: string): Promise<void> {
  const talk = talkOf(id);
  talk.update(now => ({ ...now, loading: now.messages === undefined, problem: undefined }));
  try {
    const page = await readMessages(id);
    const cursor = page.nextCursor ?? undefined;
    talk.update(now => {
      const known = now.messages ?? [];
      // With a gap between, what was known before is loaded again on the way up.
      const joined = now.messages !== undefined && meets(known, page.items, cursor !== undefined);
      return {
        ...now,
        messages: joined ? merged(known, page.items) : merged([], page.items),
        cursor: joined && known.length > 0 ? now.cursor : cursor,
        loading: false,
      };
    });
  } catch (thrown) {
    talk.update(now => ({ ...now, loading: false, problem: problemOf(thrown) }));
  }
}

export async function loadOlder(id: string): Promise<void> {
  const talk = talkOf(id);
  const { cursor, loading } = talk.get();
  if (!cursor || loading) return;
  talk.update(now => ({ ...now, loading: true, problem: undefined }));
  try {
    const page = await readMessages(id, cursor);
    talk.update(now => ({
      ...now,
      messages: merged(page.items, now.messages ?? []),
      cursor: page.nextCursor ?? undefined,
      loading: false,
    }));
  } catch (thrown) {
    talk.update(now => ({ ...now, loading: false, problem: problemOf(thrown) }));
  }
}

/** One after the other, in the order in which they were said. */
let sending: Promise<void> = Promise.resolve();

/** Shows it at once, and sends it. */
export function say(id: string, text: string): void {
  const pending = { key: newKey(), text, at: new Date().toISOString(), problem: undefined, busy: true };
  talkOf(id).update(now => ({ ...now, pending: [...now.pending, pending] }));
  sending = sending.then(() => send(id, pending));
}

export function sayAgain(id: string, failed: Pending): void {
  // A refusal is remembered under its key; without an answer the same key keeps it from being said twice.
  const refused = failed.problem !== undefined && failed.problem.status >= 400 && failed.problem.status < 500;
  const again = { ...failed, key: refused ? newKey() : failed.key, problem: undefined, busy: true };
  replace(id, failed.key, again);
  sending = sending.then(() => send(id, again));
}

export function discard(id: string, failed: Pending): void {
  replace(id, failed.key, undefined);
}

async function send(id: string, pending: Pending): Promise<void> {
  try {
    const message = await sendMessage(id, pending.text, pending.key);
    talkOf(id).update(now => ({
      ...now,
      messages: merged(now.messages ?? [], [message]),
      pending: now.pending.filter(one => one.key !== pending.key),
    }));
    const known = knownConversation(id);
    // Whoever answers a request accepts it.
    if (known) putConversation({ ...known, state: 'member', lastMessage: message, unread: false }, true);
  } catch (thrown) {
    replace(id, pending.key, { ...pending, problem: problemOf(thrown), busy: false });
  }
}

function replace(id: string, key: string, next: Pending | undefined): void {
  talkOf(id).update(now => ({
    ...now,
    pending: now.pending.flatMap(one => (one.key !== key ? [one] : next ? [next] : [])),
  }));
}

/** Shows a message as taken back, or again. */
export function withdraw(id: string, message: string, on: boolean): void {
  talkOf(id).update(now => {
    const withdrawn = new Set(now.withdrawn);
    if (on) withdrawn.add(message);
    else withdrawn.delete(message);
    return { ...now, withdrawn };
  });
}

/** Takes it back for everybody. */
export async function takeBackForGood(id: string, message: string): Promise<void> {
  await takeBack(id, message);
  talkOf(id).update(now => ({
    ...now,
    messages: now.messages?.map(one => (one.id === message ? { ...one, text: null, deleted: true } : one)),
  }));
  withdraw(id, message, false);
}

export function forgetTalk(id: string): void {
  talks.delete(id);
  typed.delete(id);
}

onLive('message', told => {
  const news = told as unknown as MessageNews;
  const talk = talks.get(news.conversation)?.get();
  if (!talk?.messages) return;
  const now = session.get();
  const own = now.state === 'in' && now.account.id === news.author;
  // The answer to sending it is on its way.
  if (own && talk.pending.some(one => one.busy)) return;
  if (talk.messages.some(one => one.id === news.message)) return;
  void loadNewest(news.conversation);
});
onLive('resumed', () => {
  for (const [id, talk] of talks) if (talk.get().messages) void loadNewest(id);
});

let reader: string | undefined;
session.subscribe(now => {
  const next = now.state === 'in' ? now.account.id : undefined;
  if (next !== reader && reader !== undefined) {
    talks.clear();
    typed.clear();
  }
  reader = next;
});
