import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { words } from '../words';
import { Empty } from './Notice';

/** A part of a page that is loaded when it is first shown. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let known: ComponentType<P> | undefined;
  return function Lazy(props: P) {
    const [, redraw] = useState(0);
    const [failed, setFailed] = useState(false);
    const Part = known;
    useEffect(() => {
      // Not by what is known now: another one may have loaded it since this was drawn without.
      if (Part) return;
      load().then(
        loaded => {
          known = loaded;
          redraw(count => count + 1);
        },
        () => setFailed(true),
      );
    }, []);
    if (Part) return <Part {...props} />;
    if (!failed) return null;
    return (
      <Empty icon="alert" title={words.broken} hint={words.brokenHint} testId="broken">
        <button class="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </Empty>
    );
  };
}
