import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Pixels from the end within which somebody reads along. */
const ALONG = 80;

/** Pixels from the beginning within which older messages are asked for. */
const NEAR = 600;

interface Scrolled {
  /** The oldest message that is there. */
  first: string | undefined;
  count: number;
  /** How many are on their way: whoever sends one sees it. */
  pending: number;
  onTop: () => void;
}

interface Before {
  first: string | undefined;
  height: number;
  count: number;
  pending: number;
}

/** Stays at the end while somebody is there, and where somebody reads when something comes in above or below. */
export function useScroll({ first, count, pending, onTop }: Scrolled) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef<Before | undefined>(undefined);
  const [along, setAlong] = useState(true);
  const [missed, setMissed] = useState(false);
  const toEnd = (): void => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
    setMissed(false);
  };
  useLayoutEffect(() => {
    const shown = box.current;
    if (!shown || first === undefined) {
      if (shown) before.current = { first, height: shown.scrollHeight, count, pending };
      return;
    }
    const known = before.current;
    if (known?.first === undefined) begin(shown);
    else if (pending > known.pending) shown.scrollTop = shown.scrollHeight;
    else if (known.first !== first && along === false) shown.scrollTop += shown.scrollHeight - known.height;
    else if (known.count !== count || known.height !== shown.scrollHeight) {
      if (along) shown.scrollTop = shown.scrollHeight;
      else if (count > known.count) setMissed(true);
    }
    before.current = { first, height: shown.scrollHeight, count, pending };
  });
  useEffect(() => {
    const shown = box.current;
    if (!shown) return;
    // The box grows and shrinks with the place to write.
    const observer = new ResizeObserver(() => {
      if (along) shown.scrollTop = shown.scrollHeight;
    });
    observer.observe(shown);
    return () => observer.disconnect();
  }, [along, first === undefined]);
  const onScroll = (): void => {
    const shown = box.current;
    if (!shown) return;
    const atEnd = shown.scrollHeight - shown.scrollTop - shown.clientHeight < ALONG;
    setAlong(atEnd);
    if (atEnd) setMissed(false);
    if (shown.scrollTop < NEAR) onTop();
  };
  return { box, along, missed, onScroll, toEnd };
}

/** At the end; with more unread than fits, where that begins. */
function begin(shown: HTMLElement): void {
  shown.scrollTop = shown.scrollHeight;
  const mark = shown.querySelector<HTMLElement>('.talk__mark--unread');
  if (mark && mark.offsetTop < shown.scrollTop) shown.scrollTop = mark.offsetTop;
}
