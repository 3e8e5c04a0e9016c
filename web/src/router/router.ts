import { createStore, useStore } from '../parts/store';
import { isPage } from './paths';
import { takeSecrets } from './secrets';

/** Where the visitor is; `visit` grows with every navigation, also to the same address. */
export interface Place {
  path: string;
  query: URLSearchParams;
  /** What a link from a letter carries after its `#`; it is no longer in the address bar. */
  secrets: URLSearchParams;
  visit: number;
  /** Coming back to a page that was left, rather than opening one. */
  returning: boolean;
  /** The path of the page that was shown before in this document, if one was. */
  before: string | undefined;
}

const place = createStore<Place>(read(0, false, undefined));

/** Pixels from the top, where each entry of the history was left. */
const scrolls = new Map<number, number>();

let entry = entryOf(history.state);
let entries = entry;

export function usePlace(): Place {
  return useStore(place);
}

export function currentPlace(): Place {
  return place.get();
}

/** Calls whenever another page, or another entry of the history, is shown. */
export function onMove(moved: (place: Place) => void): () => void {
  return place.subscribe(moved);
}

/** For a link to signing in: what brings the visitor back to this page. */
export function nextHere(): string {
  return `?next=${encodeURIComponent(location.pathname + location.search)}`;
}

export function navigate(to: string, how: 'push' | 'replace' = 'push'): void {
  const url = new URL(to, location.href);
  if (how === 'push' && url.href !== location.href) {
    scrolls.set(entry, scrollY);
    entry = ++entries;
    history.pushState({ entry }, '', url);
  } else {
    history.replaceState({ entry }, '', url);
  }
  move(false);
}

/** Puts the page where it was when it was left; call once its content is there. */
export function restoreScroll(): void {
  scrollTo(0, scrolls.get(entry) ?? 0);
}

/** Pixels from the top where the present page was left, for content that is made anew. */
export function scrollToReturnTo(): number {
  return scrolls.get(entry) ?? 0;
}

/** Follows links to our own pages without loading the document again. */
export function startRouter(): void {
  history.scrollRestoration = 'manual';
  history.replaceState({ entry }, '');
  addEventListener('popstate', event => {
    scrolls.set(entry, scrollY);
    entry = entryOf(event.state);
    entries = Math.max(entries, entry);
    move(true);
  });
  document.addEventListener('click', event => {
    const link = (event.target as Element).closest?.('a');
    if (!link || !isPlainClick(event) || !isOwnPage(link)) return;
    event.preventDefault();
    navigate(link.href);
  });
}

function move(returning: boolean): void {
  const last = place.get();
  const before = last.path === location.pathname ? last.before : last.path;
  place.set(read(last.visit + 1, returning, before));
}

function read(visit: number, returning: boolean, before: string | undefined): Place {
  const secrets = takeSecrets(location, history);
  const query = new URLSearchParams(location.search);
  return { path: location.pathname, query, secrets, visit, returning, before };
}

function entryOf(state: unknown): number {
  const known = (state as { entry?: number } | null)?.entry;
  return typeof known === 'number' ? known : 0;
}

function isPlainClick(event: MouseEvent): boolean {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return event.button === 0 && !modified && !event.defaultPrevented;
}

function isOwnPage(link: HTMLAnchorElement): boolean {
  if (link.origin !== location.origin || link.target || link.hasAttribute('download')) return false;
  return isPage(link.pathname);
}
