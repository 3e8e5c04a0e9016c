import { useEffect, useRef } from 'preact/hooks';
import type { Watching } from '../impressions/open';
import { currentPlace } from '../router/router';

/** Milliseconds that a first view has to itself. */
const SETTLE = 400;

let loading: Promise<Watching | undefined> | undefined;

/** A browser that cannot say what is in sight tells nothing, and so does a page whose code for it did not come. */
function watching(): Promise<Watching | undefined> {
  loading ??= new Promise<void>(settled => setTimeout(settled, SETTLE))
    .then(() => import('../impressions/open'))
    .then(
      ({ openWatching }) => openWatching(),
      () => undefined,
    );
  return loading;
}

/** For the card of a video that leads to it: tells when it could be seen, and that it was followed. */
export function useImpression<E extends HTMLElement>(video: string) {
  const place = useRef<E>(null);
  useEffect(() => {
    const card = place.current;
    if (!card) return;
    let over = false;
    void watching().then(them => over || them?.add(card, video));
    const follows = (event: MouseEvent): void => {
      const link = (event.target as Element).closest?.('a');
      // The middle button opens it too, the right one does not.
      if (event.button > 1 || !link?.pathname.endsWith(`/watch/${video}`)) return;
      const { path } = currentPlace();
      void watching().then(them => them?.followed(video, path));
    };
    card.addEventListener('click', follows);
    card.addEventListener('auxclick', follows);
    return () => {
      over = true;
      card.removeEventListener('click', follows);
      card.removeEventListener('auxclick', follows);
      void watching().then(them => them?.remove(card));
    };
  }, [video]);
  return place;
}
