import { readReactions } from '../../../api/social/posts';
import type { Post } from '../../../api/social/types';
import { words } from '../../../words';
import { Dialog } from '../../Dialog';
import { People } from '../../people/People';

interface ReactionsProps {
  post: Post;
  what: 'likes' | 'reposts';
  onClose: () => void;
}

/** Who liked a post, or passed it on. */
export function ReactionsDialog({ post, what, onClose }: ReactionsProps) {
  const title = what === 'likes' ? words.social.whoLiked : words.social.whoReposted;
  return (
    <Dialog title={title} testId="reactions-dialog" onClose={onClose}>
      <div
        onClick={event => {
          // A name leads to its page, which stands below this.
          if ((event.target as Element).closest('a')) onClose();
        }}
      >
        <People
          read={cursor => readReactions(post.id, what, cursor)}
          of={post.id + what}
          empty={words.social.emptyList}
        />
      </div>
    </Dialog>
  );
}
