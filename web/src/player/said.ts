import { useCallback, useEffect, useState } from 'preact/hooks';

/** Milliseconds that a word of the player stays. */
const SHOWN = 900;

export interface Said {
  text: string;
  /** Grows, so that the same words are said again. */
  count: number;
}

/** What the player did last, in a word: seen for a moment, read out by screen readers. */
export function useSaid(): [Said | undefined, (text: string) => void] {
  const [said, setSaid] = useState<Said>();
  const say = useCallback((text: string) => setSaid(before => ({ text, count: (before?.count ?? 0) + 1 })), []);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), SHOWN);
    return () => clearTimeout(timer);
  }, [said]);
  return [said, say];
}
