import type { LinkCard } from '../../api/social/types';
import { shortened } from './postText';

/** What the first address of a post leads to. */
export function PostLinkCard({ card }: { card: LinkCard }) {
  if (!/^https?:\/\//i.test(card.url)) return null;
  return (
    <a
      class={card.image ? 'link-card link-card--picture' : 'link-card'}
      href={card.url}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      data-testid="link-card"
    >
      {card.image && <img src={card.image} alt="" loading="lazy" decoding="async" />}
      <span class="link-card__words">
        <span class="link-card__site" dir="auto">
          {card.site || hostOf(card.url)}
        </span>
        <span class="link-card__title" dir="auto">
          {card.title || shortened(card.url)}
        </span>
        {card.description && (
          <span class="link-card__about" dir="auto">
            {card.description}
          </span>
        )}
      </span>
    </a>
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return '';
  }
}
