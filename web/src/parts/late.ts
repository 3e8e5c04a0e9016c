import { useEffect, useState } from 'preact/hooks';

/** Milliseconds. What arrives sooner needs no sign that it is coming. */
const PATIENCE = 200;

/** False at first, true when it takes long. */
export function useLate(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return late;
}
