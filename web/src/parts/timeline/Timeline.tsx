import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TimelineItem } from '../../api/social/types';
import { scrollToReturnTo } from '../../router/router';
import { words } from '../../words';
import { useLate } from '../late';
import { Failed } from '../Notice';
import { PostCard } from '../post/PostCard';
import { keyOf, type Stretch } from './entries';
import type { TimelineState } from './useTimeline';
import './timeline.css';

/** Pixels above and below the window within which posts are in the page. */
const NEAR = 2_500;

interface TimelineProps {
  of: TimelineState;
  testId: string;
  empty: ComponentChildren;
  /** The entry above which somebody had read everything before. */
  readTo?: string | undefined;
  /** Instead of a card, for lists of another kind. */
  children?: (item: TimelineItem) => ComponentChildren;
}

/** A list of posts without an end: its empty, loading, failed and end states. */
export function Timeline({ of, testId, empty, readTo, children }: TimelineProps) {
  if (!of.list) {
    if (!of.problem) return <PostSkeletons />;
    const title = words.social.failedPosts;
    return <Failed title={title} problem={of.problem} testId={`${testId}-failed`} retry={of.retry} />;
  }
  if (of.list.length === 0) return <>{empty}</>;
  let top = 0;
  return (
    <>
      <div class="posts" data-testid={testId}>
        {of.list.map(stretch => {
          const start = top;
          top += stretch.height ?? NEAR;
          return (
            <Window key={stretch.id} stretch={stretch} start={start}>
              {stretch.items.map(item => (
                <Entry key={keyOf(item)} item={item} readTo={readTo}>
                  {children ? children(item) : <PostCard post={item} />}
                </Entry>
              ))}
            </Window>
          );
        })}
      </div>
      <End of={of} testId={testId} />
    </>
  );
}

interface EntryProps {
  item: TimelineItem;
  readTo: string | undefined;
  children: ComponentChildren;
}

function Entry({ item, readTo, children }: EntryProps) {
  const mark = readTo !== undefined && item.position === readTo;
  return (
    <div class="posts__entry" data-position={item.position}>
      {mark && (
        <p class="posts__mark" data-testid="read-before">
          {words.social.readBefore}
        </p>
      )}
      {children}
    </div>
  );
}

interface WindowProps {
  stretch: Stretch;
  start: number;
  children: ComponentChildren;
}

/** Keeps only what is near the window in the page; the place of the rest stays as high as it was. */
function Window({ stretch, start, children }: WindowProps) {
  const box = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(() => isNear(stretch, start));
  useLayoutEffect(() => {
    if (near && box.current) stretch.height = box.current.offsetHeight;
  });
  useEffect(() => {
    const shown = box.current;
    if (!shown) return;
    const observer = new IntersectionObserver(
      entries => {
        const inside = entries.at(-1)?.isIntersecting ?? true;
        // What the keyboard is in stays.
        if (!inside && (shown.contains(document.activeElement) || shown.offsetHeight === 0)) return;
        if (!inside) stretch.height = shown.offsetHeight;
        setNear(inside);
      },
      { rootMargin: `${NEAR}px 0px` },
    );
    observer.observe(shown);
    return () => observer.disconnect();
  }, [stretch]);
  return (
    <div ref={box} class="posts__stretch" style={near ? undefined : { height: `${stretch.height}px` }}>
      {near && children}
    </div>
  );
}

/** On coming back, what is far from where the page was left need not be made. */
function isNear(stretch: Stretch, start: number): boolean {
  if (stretch.height === undefined) return true;
  const at = scrollToReturnTo();
  return start < at + innerHeight + NEAR && start + stretch.height > at - NEAR;
}

/** Loads the next page when its end comes near; a button does the same. */
function End({ of, testId }: { of: TimelineState; testId: string }) {
  const end = useRef<HTMLDivElement>(null);
  const loadMore = useRef(of.loadMore);
  loadMore.current = of.loadMore;
  const watching = of.more && !of.loading && !of.problem;
  useEffect(() => {
    if (!watching || !end.current) return;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && loadMore.current(), {
      rootMargin: '1200px',
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [watching]);
  return (
    <div class="list-end" ref={end} data-testid={`${testId}-end`}>
      {of.problem ? (
        <Failed
          title={words.social.failedPosts}
          problem={of.problem}
          testId={`${testId}-more-failed`}
          retry={of.retry}
        />
      ) : of.loading ? (
        <span class="spinner" role="status" aria-label={words.loading} />
      ) : of.more ? (
        <button class="button" onClick={of.loadMore} data-testid="load-more">
          {words.loadMore}
        </button>
      ) : (
        <p class="soft">{words.listEnd}</p>
      )}
    </div>
  );
}

const SKELETONS = 5;

export function PostSkeletons() {
  const late = useLate();
  return (
    <div class="posts posts--coming" role="status" aria-label={words.loading} data-testid="post-skeletons">
      {late &&
        Array.from({ length: SKELETONS }, (_, index) => (
          <div class="post" key={index} aria-hidden="true">
            <span class="avatar avatar--l skeleton" />
            <div class="post__main post__main--coming">
              <span class="card__line card__line--short skeleton" />
              <span class="card__line skeleton" />
              <span class="card__line skeleton" />
            </div>
          </div>
        ))}
    </div>
  );
}
