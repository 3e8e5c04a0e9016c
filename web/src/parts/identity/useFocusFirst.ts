import { useEffect, useRef } from 'preact/hooks';

/** Puts the focus into the first field of a form that just took the place of another. */
export function useFocusFirst<E extends HTMLElement>() {
  const place = useRef<E>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>('input:not([readonly]), textarea, button')?.focus(), []);
  return place;
}
