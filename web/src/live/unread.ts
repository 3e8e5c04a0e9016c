import { call } from '../api/call';
import { session } from '../api/session';
import { createStore } from '../parts/store';
import { onLive } from './stream';

export interface Unread {
  notifications: number;
  messages: number;
}

const NONE: Unread = { notifications: 0, messages: 0 };

/** How much waits to be read: shown beside the rooms it waits in. */
export const unread = createStore<Unread>(NONE);

/** Keeps it up to date for whoever is signed in. Called once. */
export function followUnread(): void {
  onLive('unread', told => unread.set({ ...NONE, ...told }));
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
}

async function ask(): Promise<void> {
  try {
    const { count } = await call<{ count: number }>('GET', '/notifications/unread');
    unread.update(now => ({ ...now, notifications: count }));
  } catch {
    // The stream tells it with the next thing that happens.
  }
}
