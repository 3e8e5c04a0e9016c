import type { Post } from '../../api/social/types';
import { words } from '../../words';
import { exactTime } from '../../words/figures';
import { Age } from '../Age';
import { nameOf } from '../Avatar';
import { Icon } from '../Icon';
import { overlay } from '../overlay';

interface HeadProps {
  post: Post;
  titleId: string;
  focused: boolean;
}

/** Who says it, and when. */
export function PostHead({ post, titleId, focused }: HeadProps) {
  const author = post.author;
  if (!author) return null;
  return (
    <header class="post__head">
      <a class="post__name" href={`/@${author.username}`} id={titleId} dir="auto" data-testid="post-author">
        {nameOf(author)}
      </a>
      <span class="post__handle soft">@{author.username}</span>
      <span class="post__when soft">
        {post.visibility === 'followers' && (
          <span class="post__for" title={words.social.forFollowers}>
            <Icon name="lock" size={14} />
            <span class="unseen">{words.social.forFollowers}</span>
          </span>
        )}
        {post.locked && (
          <span class="post__for" title={words.social.locked}>
            <Icon name="mute" size={14} />
            <span class="unseen">{words.social.locked}</span>
          </span>
        )}
        {post.createdAt && (
          <a class="post__link" href={`/post/${post.id}`} data-testid="post-link">
            {focused ? (
              <time dateTime={post.createdAt}>{exactTime(post.createdAt)}</time>
            ) : (
              <Age time={post.createdAt} />
            )}
          </a>
        )}
        {post.editedAt && (
          <button
            class="post__edited"
            title={exactTime(post.editedAt)}
            aria-label={words.social.showHistory}
            onClick={() => void showHistory(post)}
            data-testid="post-edited"
          >
            {words.social.edited}
          </button>
        )}
      </span>
    </header>
  );
}

async function showHistory(post: Post): Promise<void> {
  const { HistoryDialog } = await import('./more/HistoryDialog');
  overlay.set(<HistoryDialog post={post} onClose={() => overlay.set(null)} />);
}
