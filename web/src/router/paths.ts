/** The part of a path after a prefix, when it is one segment: the id in /watch/id. */
export function segmentAfter(prefix: string, path: string): string | undefined {
  if (!path.startsWith(prefix)) return undefined;
  const rest = path.slice(prefix.length).replace(/\/$/, '');
  try {
    return rest !== '' && !rest.includes('/') ? decodeURIComponent(rest) : undefined;
  } catch {
    return undefined;
  }
}

/** An address to return to, as a page of ours; anything that leads elsewhere is refused. */
export function ownAddress(text: string | null, origin: string): string {
  if (!text?.startsWith('/')) return '/';
  try {
    const url = new URL(text, origin);
    return url.origin === origin ? url.pathname + url.search : '/';
  } catch {
    return '/';
  }
}
