import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface LaterProps {
  load: () => Promise<ComponentType>;
}

/** A part that nobody waits for: it comes after the rest, or not at all. */
export function Later({ load }: LaterProps) {
  const [Part, setPart] = useState<ComponentType>();
  useEffect(() => {
    let current = true;
    load().then(
      part => current && setPart(() => part),
      () => {},
    );
    return () => {
      current = false;
    };
  }, []);
  return Part ? <Part /> : null;
}
