import { useEffect, useState } from 'preact/hooks';
import { newKey } from '../../api/call';
import { keepPosition, readPosition } from '../../api/social/timelines';
import { memory } from '../memory';

/** Which of a person's devices this is, as far as reading goes. */
const device = memory<string>('device');

/** Milliseconds between two notes of how far somebody has read. */
const NOTE = 5_000;

function thisDevice(): string {
  const known = device.get();
  if (known) return known;
  const made = newKey();
  device.set(made);
  return made;
}

/** How far the person had read when the list was opened; notes how far it goes now. */
export function useReadPosition(timeline: string, ready: boolean): string | undefined {
  const [before, setBefore] = useState<string>();
  useEffect(() => {
    let current = true;
    readPosition(timeline).then(
      read => current && setBefore(read?.position ?? undefined),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [timeline]);
  useEffect(() => {
    if (!ready) return;
    let noted: string | undefined;
    const note = (): void => {
      const position = newestSeen();
      if (!position || position === noted || document.visibilityState !== 'visible') return;
      noted = position;
      keepPosition(timeline, position, thisDevice()).catch(() => {});
    };
    const timer = setInterval(note, NOTE);
    return () => clearInterval(timer);
  }, [timeline, ready]);
  return before;
}

/** The position of the uppermost entry in the window. */
function newestSeen(): string | undefined {
  for (const entry of document.querySelectorAll<HTMLElement>('.posts__entry[data-position]')) {
    if (entry.getBoundingClientRect().bottom > 0) return entry.dataset.position;
  }
  return undefined;
}
