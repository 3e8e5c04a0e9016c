import type { Owner } from '../api/types';
import { words } from '../words';
import './avatar.css';

const COLOURS = 6;

/** The first letter of a name, in a colour that stays the person's. */
export function Avatar({ owner, size = 'm' }: { owner: Owner; size?: 's' | 'm' | 'l' }) {
  const name = nameOf(owner);
  const letter = [...name][0]?.toLocaleUpperCase() ?? '?';
  return (
    <span class={`avatar avatar--${size} avatar--${colour(owner.id)}`} aria-hidden="true">
      {letter}
    </span>
  );
}

export function nameOf(owner: Owner): string {
  return owner.displayName ?? owner.username ?? words.unknownOwner;
}

function colour(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
  return (sum % COLOURS) + 1;
}
