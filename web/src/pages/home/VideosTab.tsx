import { useEffect, useRef } from 'preact/hooks';
import { useCardKeys } from '../../parts/cardKeys';
import { Icon } from '../../parts/Icon';
import { useLate } from '../../parts/late';
import { Empty, Failed } from '../../parts/Notice';
import { CardSkeleton, VideoCard } from '../../parts/VideoCard';
import { useVideoPages, type VideoPages } from '../../parts/videoPages';
import { words } from '../../words';

/** Cards whose pictures load at once: two rows of a wide screen. */
const EAGER = 8;
const SKELETONS = 12;

/** The recent videos of everybody. */
export function VideosTab() {
  useCardKeys();
  const pages = useVideoPages();
  return (
    <>
      <h1 class="unseen">{words.recent}</h1>
      <Videos pages={pages} />
    </>
  );
}

function Videos({ pages }: { pages: VideoPages }) {
  if (!pages.videos) {
    if (!pages.problem) return <Skeletons />;
    return <Failed title={words.failedList} problem={pages.problem} testId="home-failed" retry={pages.retry} />;
  }
  if (pages.videos.length === 0) {
    return (
      <Empty icon="film" title={words.emptyHome} hint={words.emptyHomeHint} testId="home-empty">
        <a class="button button--primary" href="/upload">
          <Icon name="upload" size={20} />
          {words.uploadFirst}
        </a>
      </Empty>
    );
  }
  return (
    <>
      <ul class="grid" data-testid="video-grid">
        {pages.videos.map((video, index) => (
          <li key={video.id}>
            <VideoCard video={video} eager={index < EAGER} />
          </li>
        ))}
      </ul>
      <ListEnd pages={pages} />
    </>
  );
}

/** Loads the next page when its end comes near; a button does the same. */
function ListEnd({ pages }: { pages: VideoPages }) {
  const end = useRef<HTMLDivElement>(null);
  const loadMore = useRef(pages.loadMore);
  loadMore.current = pages.loadMore;
  const watching = pages.more && !pages.loading && !pages.problem;
  useEffect(() => {
    if (!watching || !end.current) return;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && loadMore.current(), {
      rootMargin: '800px',
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [watching]);
  return (
    <div class="list-end" ref={end} data-testid="list-end">
      {pages.problem ? (
        <Failed title={words.failedList} problem={pages.problem} testId="more-failed" retry={pages.retry} />
      ) : pages.loading ? (
        <span class="spinner" role="status" aria-label={words.loading} />
      ) : pages.more ? (
        <button class="button" onClick={pages.loadMore} data-testid="load-more">
          {words.loadMore}
        </button>
      ) : (
        <p class="soft">{words.listEnd}</p>
      )}
    </div>
  );
}

function Skeletons() {
  const late = useLate();
  return (
    <div class="grid" role="status" aria-label={words.loading} data-testid="skeletons">
      {late && Array.from({ length: SKELETONS }, (_, index) => <CardSkeleton key={index} />)}
    </div>
  );
}
