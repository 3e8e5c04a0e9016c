import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Post } from '../../api/social/types';
import { words } from '../../words';
import { PostImages } from './PostImages';
import { PostLinkCard } from './PostLinkCard';
import { PostPoll } from './PostPoll';
import { PostQuote } from './PostQuote';
import { PostText } from './PostText';
import { PostVideoCard } from './PostVideoCard';
import './post-content.css';

/** What a post says and shows. */
export function PostContent({ post }: { post: Post }) {
  const alone = !post.images?.length && !post.video && !post.quote && !post.poll;
  return (
    <div class="post__content">
      <Folded post={post} />
      {post.images && post.images.length > 0 && <PostImages post={post} />}
      {post.video && <PostVideoCard video={post.video} />}
      {post.poll && <PostPoll post={post} poll={post.poll} />}
      {post.card && alone && <PostLinkCard card={post.card} />}
      {post.quote && <PostQuote quote={post.quote} />}
    </div>
  );
}

/** Characters or lines from which a text may be too long to be whole in a list. */
const LONG = 700;
const LINES = 14;

/** A long text is folded; which texts may be long is known before they are measured. */
function Folded({ post }: { post: Post }) {
  const box = useRef<HTMLDivElement>(null);
  const text = post.text ?? '';
  const maybeLong = text.length > LONG || text.split('\n').length > LINES;
  const [whole, setWhole] = useState(false);
  const [cut, setCut] = useState(maybeLong);
  useLayoutEffect(() => {
    const shown = box.current;
    if (maybeLong && !whole && shown) setCut(shown.scrollHeight > shown.clientHeight + 1);
  }, [maybeLong, whole, text]);
  if (!maybeLong) return <PostText post={post} />;
  return (
    <>
      <div class={whole ? undefined : 'post__fold'} ref={box}>
        <PostText post={post} />
      </div>
      {cut && !whole && (
        <button class="post__more" onClick={() => setWhole(true)} data-testid="post-more">
          {words.social.showMore}
        </button>
      )}
    </>
  );
}
