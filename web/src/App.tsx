import { Component, type ComponentChildren, type ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { Empty } from './parts/Notice';
import { overlay } from './parts/overlay';
import { useStore } from './parts/store';
import { restoreScroll, usePlace, type Place } from './router/router';
import { routeOf, type PageProps } from './routes';
import { Shell } from './shell/Shell';
import { words } from './words';

interface Shown {
  Page: ComponentType<PageProps>;
  props: PageProps;
  bare: boolean;
  place: Place;
}

/** Shows the page of the present place; the last one stays until the next is there. */
export function App() {
  const place = usePlace();
  const above = useStore(overlay);
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    let current = true;
    const route = routeOf(place.path);
    void route.load().then(
      module => current && setShown({ Page: module.default, props: route.props, bare: route.bare, place }),
      () => current && setShown({ Page: Broken, props: { id: '' }, bare: route.bare, place }),
    );
    return () => {
      current = false;
    };
  }, [place]);
  useLayoutEffect(() => {
    if (!shown) return;
    restoreScroll();
    // Not when the site opens: the browser begins at the top by itself.
    if (shown.place.visit > 0) document.getElementById('main')?.focus({ preventScroll: true });
  }, [shown]);

  const page = shown && (
    <Guard key={shown.place.visit}>
      <shown.Page {...shown.props} />
    </Guard>
  );
  const bare = shown?.bare ?? routeOf(place.path).bare;
  return (
    <>
      {bare ? page : <Shell>{page}</Shell>}
      {above}
    </>
  );
}

/** Keeps a mistake in one page from taking the frame with it. */
class Guard extends Component<{ children?: ComponentChildren }, { broken: boolean }> {
  override state = { broken: false };

  static override getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(mistake: unknown) {
    console.error(mistake);
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  return (
    <Empty icon="alert" title={words.broken} hint={words.brokenHint} testId="broken" main>
      <button class="button button--primary" onClick={() => location.reload()}>
        {words.reload}
      </button>
    </Empty>
  );
}
