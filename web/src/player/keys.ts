import { useEffect, useRef } from 'preact/hooks';
import { isTyping } from '../parts/typing';
import type { Remote } from './remote';

export interface KeyActions {
  remote: Remote | undefined;
  /** Seconds. */
  duration: number;
  fullScreen: () => void;
  theatre: (() => void) | undefined;
  captions: () => void;
  help: () => void;
}

/** Seconds. */
const STEP = 5;
const LONG_STEP = 10;
const VOLUME_STEP = 0.05;

/** The keys of the player work wherever the focus is on its page, except where one types. */
export function usePlayerKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (belongsToFocus(event)) return;
      if (act(event.key, latest.current)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** Space and Enter press the button that has the focus; arrows move in menus and sliders of their own. */
function belongsToFocus(event: KeyboardEvent): boolean {
  const target = event.target as Element;
  if ((event.key === ' ' || event.key === 'Enter') && target.closest('button, a, summary, label')) return true;
  return event.key.startsWith('Arrow') && target.closest('[role="menu"], input[type="range"]') !== null;
}

function act(key: string, { remote, duration, fullScreen, theatre, captions, help }: KeyActions): boolean {
  if (!remote) return false;
  if (/^[0-9]$/.test(key)) {
    if (duration > 0) remote.seek((duration * Number(key)) / 10);
    return true;
  }
  switch (key) {
    case ' ':
    case 'k':
      remote.toggle();
      return true;
    case 'ArrowLeft':
      remote.seekBy(-STEP);
      return true;
    case 'ArrowRight':
      remote.seekBy(STEP);
      return true;
    case 'j':
      remote.seekBy(-LONG_STEP);
      return true;
    case 'l':
      remote.seekBy(LONG_STEP);
      return true;
    case 'ArrowUp':
      remote.changeVolume(VOLUME_STEP);
      return true;
    case 'ArrowDown':
      remote.changeVolume(-VOLUME_STEP);
      return true;
    case 'm':
      remote.toggleMute();
      return true;
    case 'f':
      fullScreen();
      return true;
    case 't':
      theatre?.();
      return theatre !== undefined;
    case 'c':
      captions();
      return true;
    case 'i':
      void remote.togglePictureInPicture();
      return true;
    case '<':
      remote.changeRate(-1);
      return true;
    case '>':
      remote.changeRate(1);
      return true;
    case '?':
      help();
      return true;
    default:
      return false;
  }
}
