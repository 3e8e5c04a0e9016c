import { useEffect, useState } from 'preact/hooks';

/** Milliseconds without a move after which the controls step back. */
const PATIENCE = 2_600;

/** True when nothing has moved over the player for a while; the pointer leaving it counts at once. */
export function useIdle(root: HTMLElement | null): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (!root) return;
    let timer: ReturnType<typeof setTimeout>;
    const rest = (): void => setIdle(true);
    const wake = (): void => {
      setIdle(false);
      clearTimeout(timer);
      timer = setTimeout(rest, PATIENCE);
    };
    const leave = (event: PointerEvent): void => {
      if (event.pointerType === 'mouse') rest();
    };
    wake();
    const moves = ['pointermove', 'pointerdown', 'keydown', 'focusin'];
    moves.forEach(name => root.addEventListener(name, wake));
    root.addEventListener('pointerleave', leave);
    return () => {
      clearTimeout(timer);
      moves.forEach(name => root.removeEventListener(name, wake));
      root.removeEventListener('pointerleave', leave);
    };
  }, [root]);
  return idle;
}
