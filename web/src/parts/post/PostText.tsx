import type { Post } from '../../api/social/types';
import { pieces } from './postText';

/** What a post says; its mentions, hashtags and addresses can be followed. */
export function PostText({ post }: { post: Post }) {
  if (!post.text) return null;
  return (
    <p class="post__text" dir="auto" lang={post.language ?? undefined} data-testid="post-text">
      {pieces(post.text, post.entities).map((piece, index) =>
        piece.href === undefined ? (
          piece.text
        ) : piece.outside ? (
          <a
            key={index}
            class="linked"
            href={piece.href}
            title={piece.title}
            target="_blank"
            rel="noopener noreferrer nofollow ugc"
          >
            {piece.text}
          </a>
        ) : (
          <a key={index} class="linked" href={piece.href}>
            {piece.text}
          </a>
        ),
      )}
    </p>
  );
}
