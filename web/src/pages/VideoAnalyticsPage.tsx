import type { PageProps } from '../routes';
import type { Video } from '../api/types';
import { getVideo } from '../api/videos';
import { Age } from '../parts/Age';
import { Place } from '../parts/identity/Loaded';
import { useLoaded } from '../parts/identity/useLoaded';
import { Empty, Failed } from '../parts/Notice';
import { RequireSignIn } from '../parts/RequireSignIn';
import { Thumbnail } from '../parts/Thumbnail';
import { Tabs } from '../parts/timeline/Tabs';
import { useTitle } from '../parts/title';
import { VisibilityBadge } from '../parts/VisibilityBadge';
import { currentPlace } from '../router/router';
import { analytics as say } from '../words/analytics';
import { Audience } from './analytics/Audience';
import { Comparison } from './analytics/Comparison';
import { Engagement } from './analytics/Engagement';
import { ExportButton } from './analytics/ExportButton';
import { METRICS } from './analytics/metrics';
import { Overview } from './analytics/Overview';
import { Quality } from './analytics/Quality';
import { RangeBar } from './analytics/RangeBar';
import { Reach } from './analytics/Reach';
import { useRange, type Choice } from './analytics/useRange';
import './analytics/analytics.css';
import './analytics/numbers.css';

const TABS = ['overview', 'reach', 'engagement', 'audience', 'quality', 'comparison'] as const;
type Tab = (typeof TABS)[number];

const SUMS = [
  METRICS.views,
  METRICS.watchTime,
  METRICS.averagePercentage,
  METRICS.uniques,
  METRICS.subscribersGained,
  METRICS.likes,
  METRICS.comments,
  METRICS.shares,
];

/** How one video is doing, for its owner. */
export default function VideoAnalyticsPage({ id }: PageProps) {
  return (
    <RequireSignIn reason={say.signIn}>{account => <OfVideo id={id} viewer={account.id} />}</RequireSignIn>
  );
}

function OfVideo({ id, viewer }: { id: string; viewer: string }) {
  const { data: video, problem, reload } = useLoaded(() => getVideo(id), id);
  useTitle(video ? say.titleOf(video.title) : say.title);
  if (problem?.status === 404 || (video && video.owner.id !== viewer)) {
    return (
      <Empty icon="gone" title={say.missing} hint={say.missingHint} testId="analytics-missing" main>
        <a class="button button--primary" href="/studio/analytics">
          {say.allVideos}
        </a>
      </Empty>
    );
  }
  if (problem) {
    const retry = (): void => void reload();
    return <Failed title={say.failed} problem={problem} testId="analytics-failed" retry={retry} />;
  }
  return video ? <Analytics video={video} /> : <Place lines={8} />;
}

function Analytics({ video }: { video: Video }) {
  const choice = useRange();
  const asked = currentPlace().query.get('tab');
  const tab = TABS.find(one => one === asked) ?? 'overview';
  const path = `/studio/videos/${video.id}/analytics`;
  return (
    <div class="stats stats--page" data-testid="video-analytics" data-tab={tab}>
      <header class="stats__head">
        <a class="stats__picture" href={`/watch/${video.id}`} tabIndex={-1} aria-hidden="true">
          <Thumbnail video={video} />
        </a>
        <div>
          <p class="stats__way">
            <a href={choice.link('/studio/analytics')}>{say.title}</a>
          </p>
          <h1 class="stats__name" dir="auto">
            <a href={`/watch/${video.id}`}>{video.title}</a>
          </h1>
          <p class="soft stats__state">
            <Age time={video.publishedAt ?? video.createdAt} />
            <VisibilityBadge visibility={video.visibility} />
          </p>
        </div>
      </header>
      <Tabs
        label={say.tabs}
        chosen={tab}
        tabs={TABS.map(one => ({
          id: one,
          name: say[one],
          href: choice.link(path, one === 'overview' ? {} : { tab: one }),
          testId: `tab-${one}`,
        }))}
      />
      {tab !== 'comparison' && (
        <RangeBar choice={choice}>
          <ExportButton video={video.id} metrics={SUMS.map(one => one.metric)} range={choice.range} />
        </RangeBar>
      )}
      <Room tab={tab} video={video} choice={choice} />
    </div>
  );
}

function Room({ tab, video, choice }: { tab: Tab; video: Video; choice: Choice }) {
  switch (tab) {
    case 'overview':
      return <Overview video={video.id} choice={choice} views={SUMS} testId="overview" />;
    case 'reach':
      return <Reach video={video.id} choice={choice} />;
    case 'engagement':
      return <Engagement video={video} choice={choice} />;
    case 'audience':
      return <Audience video={video.id} choice={choice} />;
    case 'quality':
      return <Quality video={video.id} choice={choice} />;
    case 'comparison':
      return <Comparison video={video} />;
  }
}
