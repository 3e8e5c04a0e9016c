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
    useEffect(() => {
      if (known) return;
      load().then(
        Part => {
          known = Part;
          redraw(count => count + 1);
        },
        () => setFailed(true),
      );
    }, []);
    const Part = known;
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
