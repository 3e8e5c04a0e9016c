import type { Entity } from '../../api/social/types';

/** A stretch of a post's text, and where it leads. */
export interface Piece {
  text: string;
  href?: string;
  /** Leads away from here. */
  outside?: boolean;
  /** The whole address, when the text shows only part of it. */
  title?: string;
}

/** Characters of an address that are shown. */
const SHOWN = 36;

/** Cuts a text at its entities. What the offsets of an entity do not fit is shown as the text that it is. */
export function pieces(text: string, entities: readonly Entity[] = []): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const entity of [...entities].sort((a, b) => a.start - b.start)) {
    const fits = entity.start >= at && entity.end > entity.start && entity.end <= text.length;
    const piece = fits ? pieceOf(entity, text.slice(entity.start, entity.end)) : undefined;
    if (!piece) continue;
    if (entity.start > at) found.push({ text: text.slice(at, entity.start) });
    found.push(piece);
    at = entity.end;
  }
  if (at < text.length) found.push({ text: text.slice(at) });
  return found;
}

function pieceOf(entity: Entity, text: string): Piece | undefined {
  switch (entity.type) {
    case 'mention':
      return { text, href: `/@${encodeURIComponent(entity.username ?? text.replace(/^@/, ''))}` };
    case 'hashtag':
      return { text, href: `/tags/${encodeURIComponent(entity.tag ?? text.replace(/^#/, ''))}` };
    case 'link': {
      const url = entity.url ?? text;
      if (!/^https?:\/\//i.test(url)) return undefined;
      const short = shortened(url);
      return { text: short, href: url, outside: true, ...(short !== url && { title: url }) };
    }
    default:
      return undefined;
  }
}

/** An address as people say it: without what every address has, and not longer than a line. */
export function shortened(url: string): string {
  const plain = url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN - 1)}…` : plain;
}
