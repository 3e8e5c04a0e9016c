import { useEffect, useState } from 'preact/hooks';
import { followStats, type VideoStats } from '../../api/stats';
import { words } from '../../words';
import { number } from '../../words/figures';

/** How often a video was watched and by how many at this moment, as it changes. Nothing while it can't be had. */
export function LiveCounts({ video }: { video: string }) {
  const [stats, setStats] = useState<VideoStats>();
  useEffect(() => {
    setStats(undefined);
    return followStats(video, setStats);
  }, [video]);
  if (!stats) return null;
  const { views, liveViewers = 0 } = stats;
  return (
    <>
      <span class="figures" data-testid="watch-views" data-count={views}>
        {words.views(number(views), views === 1)}
      </span>
      {liveViewers > 1 && (
        <span class="about__live figures" data-testid="watch-live" data-count={liveViewers}>
          {words.watchingNow(number(liveViewers))}
        </span>
      )}
    </>
  );
}
