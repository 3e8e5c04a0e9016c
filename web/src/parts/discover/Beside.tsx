import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { words } from '../../words';

type Column = ComponentType;

let known: Column | undefined;

/** From this width on there is room beside a stream. */
const WIDE = '(min-width: 1280px)';

/** A stream, and on wide screens a column beside it, which is loaded once the stream has begun. */
export function Beside({ children }: { children: ComponentChildren }) {
  const [column, setColumn] = useState<{ Column: Column | undefined }>({ Column: known });
  useEffect(() => {
    if (known || !matchMedia(WIDE).matches) return;
    const load = (): void =>
      void import('./SideColumn').then(
        module => setColumn({ Column: (known = module.default) }),
        // Nothing but the column is missing.
        () => {},
      );
    const wait = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 300));
    wait(load);
  }, []);
  const { Column } = column;
  return (
    <div class="beside">
      <div class="beside__stream">{children}</div>
      <aside class="beside__side" aria-label={words.social.beside}>
        {Column && <Column />}
      </aside>
    </div>
  );
}
