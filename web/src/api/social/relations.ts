import { useEffect, useState } from 'preact/hooks';
import { session } from '../session';
import { readRelations } from './graph';
import type { Relation } from './types';

/** How the viewer stands to people that pages show: asked for together, once. */
const known = new Map<string, Relation>();
const listeners = new Map<string, Set<() => void>>();

/** The most that the API answers at once. */
const ASKED_MAX = 100;

let wanted = new Set<string>();

export function setRelation(relation: Relation): void {
  known.set(relation.account, relation);
  listeners.get(relation.account)?.forEach(listener => listener());
}

export function changeRelation(account: string, change: Partial<Relation>): void {
  setRelation({ ...(known.get(account) ?? stranger(account)), ...change });
}

export function knownRelation(account: string): Relation | undefined {
  return known.get(account);
}

/** The relation to somebody; absent until it is known, and for visitors who are not signed in. */
export function useRelation(account: string | undefined): Relation | undefined {
  const [, redraw] = useState(0);
  useEffect(() => {
    if (!account) return;
    const listener = (): void => redraw(count => count + 1);
    const heard = listeners.get(account) ?? new Set();
    listeners.set(account, heard.add(listener));
    if (!known.has(account)) want(account);
    return () => void heard.delete(listener);
  }, [account]);
  return account ? known.get(account) : undefined;
}

/** Asks for everybody who is wanted by now, in one call for a page. */
function want(account: string): void {
  const now = session.get();
  if (now.state !== 'in' || now.account.id === account) return;
  if (wanted.size === 0) setTimeout(() => void ask(), 0);
  wanted.add(account);
}

async function ask(): Promise<void> {
  const accounts = [...wanted];
  wanted = new Set();
  for (let at = 0; at < accounts.length; at += ASKED_MAX) {
    try {
      const page = await readRelations(accounts.slice(at, at + ASKED_MAX));
      page.items.forEach(setRelation);
    } catch {
      // Buttons stay away until somebody opens the page again: nothing else depends on them.
    }
  }
}

function stranger(account: string): Relation {
  return {
    account,
    following: false,
    requested: false,
    followedBy: false,
    blocked: false,
    muted: false,
    bell: false,
    reposts: true,
  };
}

session.subscribe(now => {
  if (now.state !== 'in') known.clear();
});
