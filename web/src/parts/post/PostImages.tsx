import { useState } from 'preact/hooks';
import type { Post, PostImage } from '../../api/social/types';
import { words } from '../../words';
import { number } from '../../words/figures';
import { overlay } from '../overlay';
import { Icon } from '../Icon';

/** Width to height: what is taller or wider is cut, and whole in the large view. */
const TALLEST = 0.8;
const WIDEST = 2.2;

/** One to four pictures; the place that they take is known before they are there. */
export function PostImages({ post }: { post: Post }) {
  const images = post.images ?? [];
  const [covered, setCovered] = useState(post.sensitive === true);
  if (images.length === 0) return null;
  const single = images.length === 1 ? images[0] : undefined;
  const ratio = single ? Math.min(WIDEST, Math.max(TALLEST, single.width / single.height || 1)) : 16 / 9;
  return (
    <div class={`pictures pictures--${images.length}`} style={{ aspectRatio: String(ratio) }} data-testid="post-images">
      {images.map((image, index) => (
        <Picture key={image.id} images={images} index={index} image={image} covered={covered} />
      ))}
      {post.sensitive && covered && (
        <div class="pictures__veil">
          <p>{words.social.sensitiveImages}</p>
          <button class="button" onClick={() => setCovered(false)} data-testid="show-sensitive">
            {words.social.show}
          </button>
        </div>
      )}
      {post.sensitive && !covered && (
        <button
          class="pictures__hide"
          onClick={() => setCovered(true)}
          title={words.social.hide}
          aria-label={words.social.hide}
        >
          <Icon name="eyeOff" size={18} />
        </button>
      )}
    </div>
  );
}

interface PictureProps {
  images: readonly PostImage[];
  image: PostImage;
  index: number;
  covered: boolean;
}

function Picture({ images, image, index, covered }: PictureProps) {
  const [described, setDescribed] = useState(false);
  const name = image.alt || words.social.image(number(index + 1), number(images.length));
  return (
    <div class={covered ? 'picture picture--covered' : 'picture'}>
      <button
        class="picture__open"
        aria-label={words.social.openImage(name)}
        disabled={covered}
        onClick={() => void enlarge(images, index)}
        data-testid="post-image"
      >
        <img
          src={image.preview ?? image.url}
          alt={covered ? '' : (image.alt ?? '')}
          width={image.width}
          height={image.height}
          loading="lazy"
          decoding="async"
        />
      </button>
      {image.alt && !covered && (
        <>
          <button
            class="picture__alt"
            aria-expanded={described}
            title={words.social.showAlt}
            onClick={() => setDescribed(!described)}
            data-testid="alt-badge"
          >
            <span aria-hidden="true">{words.social.alt}</span>
            <span class="unseen">{words.social.showAlt}</span>
          </button>
          {described && (
            <p class="picture__words" dir="auto" data-testid="alt-text">
              {image.alt}
            </p>
          )}
        </>
      )}
    </div>
  );
}

async function enlarge(images: readonly PostImage[], index: number): Promise<void> {
  const { Lightbox } = await import('./more/Lightbox');
  overlay.set(<Lightbox images={images} start={index} onClose={() => overlay.set(null)} />);
}
