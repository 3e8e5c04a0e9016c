import type { Remote } from './remote';

interface Surface {
  remote: Remote | undefined;
  toggle: () => void;
  fullScreen: () => void;
}

/** Milliseconds between the two presses of a double one. */
const DOUBLE = 280;

/** Seconds that a double press at the side of a touch screen moves. */
const STEP = 10;

/**
 * What pressing the picture does. A mouse plays and pauses, twice fills the screen. A finger brings the controls, or
 * plays and pauses when they are there; twice at the left or right it moves back or forward.
 */
export function surfaceActions() {
  let lastAt = 0;
  let wasIdle = false;
  return {
    /** Notes whether the controls were hidden: by the time of the click they have come. */
    down(idle: boolean): void {
      wasIdle = idle;
    },
    press(event: MouseEvent, { remote, toggle, fullScreen }: Surface): void {
      const now = event.timeStamp;
      const twice = now - lastAt < DOUBLE;
      lastAt = twice ? 0 : now;
      const touch = (event as PointerEvent).pointerType === 'touch';
      if (!touch) {
        toggle();
        if (twice) fullScreen();
        return;
      }
      const bounds = (event.currentTarget as Element).getBoundingClientRect();
      const share = (event.clientX - bounds.left) / bounds.width;
      const side = share < 0.35 ? -1 : share > 0.65 ? 1 : 0;
      if (twice && side !== 0) {
        remote?.seekBy(side * STEP);
        return;
      }
      if (!wasIdle) toggle();
    },
  };
}
