import { call } from '../api/call';
import { session } from '../api/session';
import { createStore } from '../parts/store';
import { onLive } from './stream';

export interface Unread {
  notifications: number;
  messages: number;
}

/** Milliseconds: an open conversation is marked as read meanwhile. */
const SETTLE = 400;

const NONE: Unread = { notifications: 0, messages: 0 };

/** How much waits to be read: shown beside the rooms it waits in. */
export const unread = createStore<Unread>(NONE);

/** Keeps it up to date for whoever is signed in. Called once. */
export function followUnread(): void {
  // The stream counts notifications; messages are counted by asking.
  onLive('unread', told => unread.update(now => ({ ...now, notifications: told.notifications })));
  onLive('message', askSoon);
  onLive('resumed', () => void ask());
  let reader: string | undefined;
  const follow = (): void => {
    const now = session.get();
    const next = now.state === 'in' ? now.account.id : undefined;
    if (next === reader) return;
    reader = next;
    unread.set(NONE);
    if (next) void ask();
  };
  session.subscribe(follow);
  follow();
  // What was read elsewhere is not told.
  document.addEventListener('visibilitychange', () => {
    if (reader && document.visibilityState === 'visible') void ask();
  });
}

let asking: ReturnType<typeof setTimeout> | undefined;

/** Asks for the unread messages once what happens now has settled. */
function askSoon(): void {
  clearTimeout(asking);
  asking = setTimeout(() => void askMessages(), SETTLE);
}

/** How many conversations have something new, after one of them was read. */
export async function askMessages(): Promise<void> {
  const messages = await countAt('/conversations/unread');
  if (messages !== undefined) unread.update(now => ({ ...now, messages }));
}

async function ask(): Promise<void> {
  const [notifications] = await Promise.all([countAt('/notifications/unread'), askMessages()]);
  if (notifications !== undefined) unread.update(now => ({ ...now, notifications }));
}

async function countAt(path: string): Promise<number | undefined> {
  try {
    return (await call<{ count: number }>('GET', path)).count;
  } catch {
    // It is told or asked for with the next thing that happens.
    return undefined;
  }
}
