import { useEffect, useRef, useState } from 'preact/hooks';
import type { PostImage } from '../../../api/social/types';
import { words } from '../../../words';
import { number } from '../../../words/figures';
import { pictures as say } from '../../../words/pictures';
import { Icon } from '../../Icon';
import './lightbox.css';

interface LightboxProps {
  images: readonly PostImage[];
  start: number;
  onClose: () => void;
}

/** The pictures of a post, each as large as the window; arrow keys go through them, Escape closes. */
export function Lightbox({ images, start, onClose }: LightboxProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(start);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const image = images[at];
  if (!image) return null;
  const go = (step: number): void => setAt(Math.min(images.length - 1, Math.max(0, at + step)));
  const keys = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) go(getComputedStyle(event.currentTarget as Element).direction === 'rtl' ? -step : step);
    else if (event.key === 'Home') setAt(0);
    else if (event.key === 'End') setAt(images.length - 1);
    else return;
    event.preventDefault();
  };
  const place = words.social.image(number(at + 1), number(images.length));
  return (
    <dialog
      ref={dialog}
      class="lightbox"
      aria-label={place}
      data-testid="lightbox"
      onKeyDown={keys}
      onCancel={event => {
        event.preventDefault();
        onClose();
      }}
      onClick={event => (event.target as Element).matches('.lightbox, .lightbox__stage') && onClose()}
    >
      <div class="lightbox__stage">
        <img key={image.id} src={image.url} alt={image.alt ?? ''} data-testid="lightbox-image" />
      </div>
      {image.alt && (
        <p class="lightbox__words" dir="auto">
          {image.alt}
        </p>
      )}
      <button class="lightbox__button lightbox__close" aria-label={words.close} onClick={onClose}>
        <Icon name="close" />
      </button>
      {images.length > 1 && (
        <>
          <button
            class="lightbox__button lightbox__back"
            aria-label={say.previous}
            disabled={at === 0}
            onClick={() => go(-1)}
          >
            <Icon name="chevron" />
          </button>
          <button
            class="lightbox__button lightbox__next"
            aria-label={say.next}
            disabled={at === images.length - 1}
            onClick={() => go(1)}
          >
            <Icon name="chevron" />
          </button>
          <p class="unseen" role="status">
            {place}
          </p>
        </>
      )}
    </dialog>
  );
}
