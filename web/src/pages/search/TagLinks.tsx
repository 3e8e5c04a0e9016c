import { words } from '../../words';

/** Hashtags, each leading to its page. */
export function TagLinks({ tags }: { tags: readonly { tag: string }[] }) {
  return (
    <ul class="tag-links" aria-label={words.tags}>
      {tags.map(({ tag }) => (
        <li key={tag}>
          <a class="button" href={`/tags/${encodeURIComponent(tag)}`} dir="auto" data-testid="tag-link">
            #{tag}
          </a>
        </li>
      ))}
    </ul>
  );
}
