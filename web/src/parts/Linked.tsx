/** An address in a text: up to its first space, without the full stop after it. */
const ADDRESS = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/** A person's text; its addresses can be followed, and nothing else in it means anything. */
export function Linked({ text }: { text: string }) {
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    parts.push(text.slice(at, match.index));
    parts.push(
      <a class="linked" href={match[0]} target="_blank" rel="noopener noreferrer nofollow ugc">
        {match[0]}
      </a>,
    );
    at = match.index + match[0].length;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
