import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part whose code is fetched when it is first shown; until then there is nothing. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | undefined;
  return function Lazily(props: P) {
    const [Part, setPart] = useState<ComponentType<P> | undefined>(() => loaded);
    useEffect(() => {
      if (Part) return;
      let current = true;
      void load().then(part => {
        loaded = part;
        if (current) setPart(() => part);
      });
      return () => {
        current = false;
      };
    }, []);
    return Part ? <Part {...props} /> : null;
  };
}
