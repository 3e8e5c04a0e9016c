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

/** A segment as it was before it became part of an address; what is none stays as it is. */
export function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
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

/** Whether an address of ours is a page of this client; the program itself answers the others. */
export function isPage(path: string): boolean {
  return !/^\/(?:api|media|actuator|assets|oauth2|connect|userinfo|\.well-known)(?:\/|$)/.test(path);
}
