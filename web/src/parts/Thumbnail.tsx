import { useEffect, useRef, useState } from 'preact/hooks';
import type { Video } from '../api/types';
import { loadStoryboard, type Frame } from '../player/storyboard';
import { words } from '../words';
import { length } from '../words/figures';
import { Icon } from './Icon';
import './thumbnail.css';

/** Milliseconds that the pointer must rest before a preview is fetched: passing over is not asking. */
const HOVER = 220;

interface ThumbnailProps {
  video: Video;
  /** Loads at once: it is in the first view. */
  eager?: boolean;
  /** Share already watched, 0 to 1. */
  watched?: number | undefined;
}

/** The picture of a video, 16:9 whatever its shape; the pointer moves through its storyboard. */
export function Thumbnail({ video, eager = false, watched }: ThumbnailProps) {
  const [broken, setBroken] = useState<string>();
  const given = video.playback?.poster;
  const poster = given === broken ? undefined : given;
  const portrait = (video.height ?? 0) > (video.width ?? 0);
  const preview = usePreview(video);
  const loading = eager ? 'eager' : 'lazy';
  return (
    <div class="thumbnail" ref={preview.box}>
      {poster && portrait && <img class="thumbnail__back" src={poster} alt="" loading={loading} decoding="async" />}
      {poster ? (
        <img
          class={portrait ? 'thumbnail__picture thumbnail__picture--whole' : 'thumbnail__picture'}
          src={poster}
          alt=""
          loading={loading}
          decoding="async"
          fetchPriority={eager ? 'high' : 'auto'}
          onError={() => setBroken(given)}
        />
      ) : (
        <span class="thumbnail__none">
          <Icon name="film" size={36} />
        </span>
      )}
      {preview.frame && (
        <PreviewFrame
          frame={preview.frame}
          width={preview.box.current?.clientWidth ?? 0}
          height={preview.box.current?.clientHeight ?? 0}
        />
      )}
      {preview.frame && <span class="thumbnail__at" style={{ width: `${preview.share * 100}%` }} />}
      {video.durationSeconds !== undefined && !preview.frame && (
        <span class="thumbnail__time figures">
          <span class="unseen">{words.duration} </span>
          {length(video.durationSeconds)}
        </span>
      )}
      {watched !== undefined && !preview.frame && (
        <span class="thumbnail__watched" style={{ width: `${Math.round(watched * 100)}%` }} />
      )}
    </div>
  );
}

/** One picture of the sprite, scaled into so many pixels. */
export function PreviewFrame({ frame, width, height }: { frame: Frame; width: number; height: number }) {
  const scale = Math.min(width / frame.width, height / frame.height);
  return (
    <span class="thumbnail__preview">
      <span
        class="thumbnail__frame"
        style={{
          width: `${frame.width}px`,
          height: `${frame.height}px`,
          backgroundImage: `url("${frame.image}")`,
          backgroundPosition: `-${frame.x}px -${frame.y}px`,
          scale: String(scale),
        }}
      />
    </span>
  );
}

function usePreview(video: Video) {
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<{ frame: Frame; share: number }>();
  const address = video.state === 'ready' ? video.playback?.storyboard : undefined;
  const duration = video.durationSeconds ?? 0;
  useEffect(() => {
    // The whole card answers to the pointer, not the picture alone.
    const area = box.current?.closest<HTMLElement>('[data-preview]') ?? box.current;
    if (!area || !address || !duration || !matchMedia('(hover: hover)').matches) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let show: ((event: PointerEvent) => void) | undefined;
    let inside = false;
    const enter = (event: PointerEvent): void => {
      inside = true;
      timer = setTimeout(async () => {
        const storyboard = await loadStoryboard(address);
        show = moved => {
          const bounds = box.current?.getBoundingClientRect();
          if (!bounds || !inside) return;
          const share = Math.min(0.999, Math.max(0, (moved.clientX - bounds.left) / bounds.width));
          const frame = storyboard.at(share * duration);
          setAt(frame && { frame, share });
        };
        show(event);
      }, HOVER);
    };
    const move = (event: PointerEvent): void => show?.(event);
    const leave = (): void => {
      inside = false;
      show = undefined;
      clearTimeout(timer);
      setAt(undefined);
    };
    area.addEventListener('pointerenter', enter);
    area.addEventListener('pointermove', move);
    area.addEventListener('pointerleave', leave);
    return () => {
      leave();
      area.removeEventListener('pointerenter', enter);
      area.removeEventListener('pointermove', move);
      area.removeEventListener('pointerleave', leave);
    };
  }, [address, duration]);
  return { box, frame: at?.frame, share: at?.share ?? 0 };
}
