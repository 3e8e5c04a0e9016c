import { isAvailable, type Post } from '../../api/social/types';
import { words } from '../../words';
import { Age } from '../Age';
import { Avatar, nameOf } from '../Avatar';
import { usePost } from '../../api/social/postStore';

/** The post that a post is about. */
export function PostQuote({ quote }: { quote: NonNullable<Post['quote']> }) {
  if (!isAvailable(quote) || quote.state === 'deleted') {
    return <p class="quoted quoted--gone soft">{words.social.unavailable}</p>;
  }
  return <Quoted given={quote} />;
}

function Quoted({ given }: { given: Post }) {
  const post = usePost(given);
  const images = post.images?.length ?? 0;
  const hidden = Boolean(post.warning) || Boolean(post.collapsed);
  return (
    <a class="quoted" href={`/post/${post.id}`} data-testid="quoted-post">
      <span class="quoted__head">
        {post.author && <Avatar owner={post.author} size="s" />}
        <strong dir="auto">{post.author && nameOf(post.author)}</strong>
        <span class="soft">@{post.author?.username}</span>
        {post.createdAt && <Age time={post.createdAt} />}
      </span>
      {hidden ? (
        <span class="quoted__text soft" dir="auto">
          {post.warning || (post.collapsed && words.social.collapsed[post.collapsed])}
        </span>
      ) : (
        <span class="quoted__text" dir="auto">
          {post.text}
        </span>
      )}
      {!hidden && images > 0 && !post.sensitive && (
        <span class="quoted__pictures">
          {post.images?.map(image => (
            <img key={image.id} src={image.preview ?? image.url} alt={image.alt ?? ''} loading="lazy" />
          ))}
        </span>
      )}
      {!hidden && post.video && (
        <span class="quoted__text soft" dir="auto">
          ▶ {post.video.title}
        </span>
      )}
    </a>
  );
}
