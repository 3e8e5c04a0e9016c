import { RequireSignIn } from '../parts/RequireSignIn';
import { useTitle } from '../parts/title';
import { analytics as say } from '../words/analytics';
import { ExportButton } from './analytics/ExportButton';
import { METRICS } from './analytics/metrics';
import { Overview } from './analytics/Overview';
import { RangeBar } from './analytics/RangeBar';
import { Realtime } from './analytics/Realtime';
import { TopVideos } from './analytics/TopVideos';
import { useRange } from './analytics/useRange';
import { StudioFrame } from './studio/StudioFrame';
import './analytics/analytics.css';
import './analytics/numbers.css';

const SUMS = [METRICS.views, METRICS.watchTime, METRICS.uniques, METRICS.subscribersGained];

/** How all videos of a person are doing. */
export default function AnalyticsPage() {
  useTitle(say.title);
  return (
    <RequireSignIn reason={say.signIn}>
      {() => (
        <StudioFrame title={say.title} room="analytics" wide>
          <All />
        </StudioFrame>
      )}
    </RequireSignIn>
  );
}

function All() {
  const choice = useRange();
  return (
    <div class="stats" data-testid="analytics">
      <RangeBar choice={choice}>
        <ExportButton metrics={SUMS.map(one => one.metric)} range={choice.range} />
      </RangeBar>
      <div class="stats__columns">
        <div class="stats__main">
          <Overview choice={choice} views={SUMS} testId="overview" />
          <TopVideos choice={choice} />
        </div>
        <div class="stats__side">
          <Realtime />
        </div>
      </div>
    </div>
  );
}
