import {
  readConversation,
  readConversations,
  type Conversation,
  type Folder,
  type MessageNews,
} from '../../api/inbox/messages';
import { problemOf, type Problem } from '../../api/problem';
import { session } from '../../api/session';
import { onLive } from '../../live/stream';
import { createStore } from '../../parts/store';

export interface Shelf {
  /** Absent until the first page is there. */
  items: readonly Conversation[] | undefined;
  cursor: string | undefined;
  problem: Problem | undefined;
  loading: boolean;
}

const EMPTY: Shelf = { items: undefined, cursor: undefined, problem: undefined, loading: false };

/** The conversations of both folders. They outlive the page, so that going from one to the next changes nothing else. */
export const shelves = createStore<Record<Folder, Shelf>>({ accepted: EMPTY, requests: EMPTY });

/** Conversations that are on their way out, while that can be undone. */
const leaving = new Set<string>();

export async function loadFolder(folder: Folder, more = false): Promise<void> {
  const before = shelves.get()[folder];
  if (before.loading) return;
  change(folder, shelf => ({ ...shelf, loading: true, problem: undefined }));
  try {
    const page = await readConversations(folder, more ? before.cursor : undefined);
    change(folder, shelf => ({
      items: more ? [...withoutAll(shelf.items ?? [], page.items), ...page.items] : page.items,
      cursor: page.nextCursor ?? undefined,
      problem: undefined,
      loading: false,
    }));
  } catch (thrown) {
    change(folder, shelf => ({ ...shelf, problem: problemOf(thrown), loading: false }));
  }
}

/** Keeps what is known of a conversation; with something new in it, it moves to the top. */
export function putConversation(conversation: Conversation, toTop: boolean): void {
  const home = folderOf(conversation);
  shelves.update(all => {
    const other: Folder = home === 'accepted' ? 'requests' : 'accepted';
    const without = withoutAll(all[other].items ?? [], [conversation]);
    return {
      ...all,
      [home]: { ...all[home], items: all[home].items && placed(all[home].items, conversation, toTop) },
      [other]: { ...all[other], items: all[other].items && without },
    };
  });
}

export function knownConversation(id: string): Conversation | undefined {
  const { accepted, requests } = shelves.get();
  return [...(accepted.items ?? []), ...(requests.items ?? [])].find(one => one.id === id);
}

/** The conversation that two people have, if it is known. */
export function knownWith(account: string): Conversation | undefined {
  return shelves.get().accepted.items?.find(one => one.kind === 'direct' && one.people[0]?.id === account);
}

export function hideConversation(id: string): void {
  leaving.add(id);
  shelves.update(all => ({ ...all }));
}

export function unhideConversation(id: string): void {
  leaving.delete(id);
  shelves.update(all => ({ ...all }));
}

export function dropConversation(id: string): void {
  leaving.delete(id);
  for (const folder of ['accepted', 'requests'] as const) {
    change(folder, shelf => ({ ...shelf, items: shelf.items?.filter(one => one.id !== id) }));
  }
}

export function isLeaving(id: string): boolean {
  return leaving.has(id);
}

export function folderOf(conversation: Conversation): Folder {
  return conversation.state === 'requested' ? 'requests' : 'accepted';
}

function placed(items: readonly Conversation[], one: Conversation, toTop: boolean): readonly Conversation[] {
  if (toTop) return [one, ...withoutAll(items, [one])];
  return items.map(known => (known.id === one.id ? one : known));
}

function withoutAll(items: readonly Conversation[], gone: readonly Conversation[]): readonly Conversation[] {
  const ids = new Set(gone.map(one => one.id));
  return items.filter(one => !ids.has(one.id));
}

function change(folder: Folder, next: (shelf: Shelf) => Shelf): void {
  shelves.update(all => ({ ...all, [folder]: next(all[folder]) }));
}

/** Asks what a conversation is like now. */
export async function refreshConversation(id: string, toTop: boolean): Promise<Conversation | undefined> {
  try {
    const now = await readConversation(id);
    putConversation(now, toTop);
    return now;
  } catch {
    // It is asked for again with the next message.
    return undefined;
  }
}

onLive('message', told => {
  const news = told as unknown as MessageNews;
  if (shelves.get().accepted.items || shelves.get().requests.items) void refreshConversation(news.conversation, true);
});
onLive('resumed', () => {
  for (const folder of ['accepted', 'requests'] as const) if (shelves.get()[folder].items) void loadFolder(folder);
});

let reader: string | undefined;
session.subscribe(now => {
  const next = now.state === 'in' ? now.account.id : undefined;
  if (next !== reader && reader !== undefined) shelves.set({ accepted: EMPTY, requests: EMPTY });
  reader = next;
});
