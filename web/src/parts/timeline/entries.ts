import type { TimelineItem } from '../../api/social/types';

/** Entries of a list that came together: what is far from the window is taken out of the page by these pieces. */
export interface Stretch {
  /** Names it for as long as the list is shown. */
  id: number;
  items: readonly TimelineItem[];
  /** Pixels, once it was measured. */
  height?: number;
}

let stretches = 0;

export function stretchOf(items: readonly TimelineItem[]): Stretch {
  return { id: ++stretches, items };
}

/** What an entry is known by: the same post may stand in a list again as somebody's repost. */
export function keyOf(item: TimelineItem): string {
  return item.position ?? (item.repostedBy ? `${item.repostedBy.id}:${item.id}` : item.id);
}

/** Those of `found` that are not in the list yet. */
export function unknownOf(found: readonly TimelineItem[], list: readonly Stretch[]): TimelineItem[] {
  const keys = new Set<string>();
  const posts = new Set<string>();
  for (const { items } of list) {
    for (const item of items) {
      keys.add(keyOf(item));
      if (!item.repostedBy) posts.add(item.id);
    }
  }
  return found.filter(item => {
    const repeated = keys.has(keyOf(item)) || (!item.repostedBy && posts.has(item.id));
    keys.add(keyOf(item));
    return !repeated;
  });
}

/** The list with what came later in front. */
export function withFirst(list: readonly Stretch[], found: readonly TimelineItem[]): Stretch[] {
  const fresh = unknownOf(found, list);
  return fresh.length === 0 ? [...list] : [stretchOf(fresh), ...list];
}

/** The list with its next page at the end. */
export function withNext(list: readonly Stretch[], found: readonly TimelineItem[]): Stretch[] {
  const next = unknownOf(found, list);
  return next.length === 0 ? [...list] : [...list, stretchOf(next)];
}

export function countOf(list: readonly Stretch[]): number {
  return list.reduce((sum, { items }) => sum + items.length, 0);
}
