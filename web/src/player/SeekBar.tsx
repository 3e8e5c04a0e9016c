import { useEffect, useRef, useState } from 'preact/hooks';
import { PreviewFrame } from '../parts/Thumbnail';
import { words } from '../words';
import { clock } from '../words/figures';
import type { MediaState } from './media';
import type { Storyboard } from './storyboard';

interface SeekBarProps {
  video: HTMLVideoElement | null;
  media: MediaState;
  /** Seconds: of the whole video, also while only its beginning is there. */
  total: number;
  storyboard: Storyboard | undefined;
  onSeek: (seconds: number) => void;
  /** The pointer is here for the first time: the storyboard will be wanted. */
  onInterest: () => void;
}

/** Where the video is, and the way to elsewhere in it, with a picture of what is there. */
export function SeekBar({ video, media, total, storyboard, onSeek, onInterest }: SeekBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const [hover, setHover] = useState<number>();
  const [dragging, setDragging] = useState(false);
  const played = (): number => {
    if (dragging && hover !== undefined) return hover;
    return total > 0 ? Math.min(1, (video?.currentTime ?? 0) / total) : 0;
  };
  useSmoothPosition(bar, played, !media.paused && !dragging);

  const shareAt = (event: PointerEvent): number => {
    const bounds = bar.current?.getBoundingClientRect();
    if (!bounds || bounds.width === 0) return 0;
    return Math.min(1, Math.max(0, (event.clientX - bounds.left) / bounds.width));
  };
  const aim = (event: PointerEvent): number => {
    const share = shareAt(event);
    setHover(share);
    return share;
  };
  return (
    <div
      ref={bar}
      class={dragging ? 'seek seek--dragging' : 'seek'}
      role="slider"
      tabIndex={0}
      aria-label={words.seek}
      aria-valuemin={0}
      aria-valuemax={Math.round(total)}
      aria-valuenow={Math.round(media.time)}
      aria-valuetext={words.position(clock(media.time), clock(total))}
      data-testid="player-seek"
      onPointerEnter={onInterest}
      onPointerMove={aim}
      onPointerLeave={() => !dragging && setHover(undefined)}
      onPointerDown={event => {
        if (event.button !== 0) return;
        event.preventDefault();
        bar.current?.setPointerCapture(event.pointerId);
        setDragging(true);
        aim(event);
        onInterest();
      }}
      onPointerUp={event => {
        if (!dragging) return;
        setDragging(false);
        onSeek(aim(event) * total);
        if (event.pointerType !== 'mouse') setHover(undefined);
      }}
      onPointerCancel={() => {
        setDragging(false);
        setHover(undefined);
      }}
      onKeyDown={event => {
        if (event.key !== 'Home' && event.key !== 'End') return;
        event.preventDefault();
        onSeek(event.key === 'Home' ? 0 : total);
      }}
    >
      <div class="seek__rail">
        {total > 0 &&
          media.buffered.map(([from, to]) => (
            <span
              key={from}
              class="seek__buffered"
              style={{ left: `${(from / total) * 100}%`, width: `${((to - from) / total) * 100}%` }}
            />
          ))}
        {hover !== undefined && <span class="seek__aim" style={{ scale: `${hover} 1` }} />}
        <span class="seek__played" />
      </div>
      <span class="seek__knob" />
      {hover !== undefined && total > 0 && (
        <Preview bar={bar.current} share={hover} total={total} storyboard={storyboard} />
      )}
    </div>
  );
}

interface PreviewProps {
  bar: HTMLElement | null;
  share: number;
  total: number;
  storyboard: Storyboard | undefined;
}

/** Pixels: the longer side of the picture above the bar, smaller where the player is. */
const PICTURE = 176;

/** The picture above the bar; it stays inside the player. */
function Preview({ bar, share, total, storyboard }: PreviewProps) {
  const frame = storyboard?.at(share * total);
  const room = bar?.clientWidth ?? 0;
  const longer = Math.min(PICTURE, room * 0.4);
  const scale = frame ? longer / Math.max(frame.width, frame.height) : 0;
  const width = frame ? frame.width * scale : 0;
  const height = frame ? frame.height * scale : 0;
  const half = Math.max(width / 2, 24);
  const left = Math.min(Math.max(share * room, half), Math.max(half, room - half));
  return (
    <div class="seek__preview" style={{ left: `${left}px` }} data-testid="player-preview">
      {frame && (
        <div class="seek__picture" style={{ width: `${width}px`, height: `${height}px` }}>
          <PreviewFrame frame={frame} width={width} height={height} />
        </div>
      )}
      <span class="seek__time figures">{clock(share * total)}</span>
    </div>
  );
}

/** Moves the played part with every frame that is painted, without rendering. */
function useSmoothPosition(bar: { current: HTMLElement | null }, share: () => number, moving: boolean): void {
  const latest = useRef(share);
  latest.current = share;
  useEffect(() => {
    bar.current?.style.setProperty('--played', String(share()));
  });
  useEffect(() => {
    if (!moving) return;
    let frame = 0;
    const paint = (): void => {
      bar.current?.style.setProperty('--played', String(latest.current()));
      frame = requestAnimationFrame(paint);
    };
    paint();
    return () => cancelAnimationFrame(frame);
  }, [moving]);
}
