import { useEffect, useState } from 'preact/hooks';

/** Milliseconds after the last key before a search is asked. */
const PAUSE = 250;

/** What was typed, once typing pauses. */
export function useLatest(value: string): string {
  const [latest, setLatest] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLatest(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return latest;
}
