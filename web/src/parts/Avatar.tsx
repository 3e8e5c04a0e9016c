import type { Owner, Picture } from '../api/types';
import { words } from '../words';
import './avatar.css';

const COLOURS = 6;

/** Pixels, on a screen of two for one. */
const WIDTHS = { s: 56, m: 72, l: 88, xl: 256 };

interface AvatarProps {
  owner: Owner;
  size?: keyof typeof WIDTHS;
}

/** The person's picture; without one the first letter of the name, in a colour that stays the person's. */
export function Avatar({ owner, size = 'm' }: AvatarProps) {
  if (owner.avatar) {
    return <img class={`avatar avatar--${size}`} src={sized(owner.avatar, WIDTHS[size])} alt="" decoding="async" />;
  }
  const name = nameOf(owner);
  const letter = [...name][0]?.toLocaleUpperCase() ?? '?';
  return (
    <span class={`avatar avatar--${size} avatar--${colour(owner.id)}`} aria-hidden="true">
      {letter}
    </span>
  );
}

/** The address of a picture that is at least so many pixels wide, if there is one. */
export function sized(picture: Picture | string, width: number): string {
  if (typeof picture === 'string') return picture;
  const widths = Object.keys(picture.sizes ?? {}).map(Number).sort((a, b) => a - b);
  return picture.sizes?.[String(widths.find(one => one >= width) ?? widths.at(-1))] ?? picture.url;
}

export function nameOf(owner: Owner): string {
  return owner.displayName ?? owner.username ?? words.unknownOwner;
}

function colour(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
  return (sum % COLOURS) + 1;
}
