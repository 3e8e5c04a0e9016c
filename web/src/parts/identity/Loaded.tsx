import type { ComponentChildren } from 'preact';
import { words } from '../../words';
import { useLate } from '../late';
import { Failed } from '../Notice';
import type { LoadedState } from './useLoaded';
import type { PagesState } from './usePages';
import './identity.css';

interface LoadedProps<T> {
  of: LoadedState<T>;
  /** What could not be loaded, if it could not. */
  failed: string;
  testId: string;
  /** Lines of the place that it will take. */
  lines?: number;
  children: (data: T) => ComponentChildren;
}

/** Shows what was loaded; until then its place, or why it did not come. */
export function Loaded<T>({ of, failed, testId, lines = 2, children }: LoadedProps<T>) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.problem) {
    const retry = (): void => void of.reload();
    return <Failed title={failed} problem={of.problem} testId={`${testId}-failed`} retry={retry} />;
  }
  return <Place lines={lines} />;
}

interface PagedProps<T> {
  of: PagesState<T>;
  failed: string;
  /** What is said when there is nothing. */
  empty: string;
  testId: string;
  children: (items: T[]) => ComponentChildren;
}

/** Shows a list that comes page by page, with its empty, loading, failed and end states. */
export function Paged<T>({ of, failed, empty, testId, children }: PagedProps<T>) {
  if (!of.items) {
    if (!of.problem) return <Place lines={4} />;
    return <Failed title={failed} problem={of.problem} testId={`${testId}-failed`} retry={of.reload} />;
  }
  if (of.items.length === 0) {
    return (
      <p class="soft" data-testid={`${testId}-empty`}>
        {empty}
      </p>
    );
  }
  return (
    <>
      {children(of.items)}
      {of.problem && (
        <Failed title={failed} problem={of.problem} testId={`${testId}-more-failed`} retry={of.loadMore} />
      )}
      {of.more && !of.problem && (
        <button class="button part__more" disabled={of.loading} onClick={of.loadMore} data-testid={`${testId}-more`}>
          {words.loadMore}
        </button>
      )}
    </>
  );
}

/** The place that something will take. */
export function Place({ lines }: { lines: number }) {
  const late = useLate();
  return (
    <div class="place" role="status" aria-label={words.loading}>
      {Array.from({ length: lines }, (_, index) => (
        <div class={late ? 'place__line skeleton' : 'place__line'} key={index} />
      ))}
    </div>
  );
}
