import { analytics as say } from '../../words/analytics';
import { Overview } from './Overview';
import { METRICS } from './metrics';
import { DimensionPart } from './DimensionPart';
import type { Choice } from './useRange';

const FUNNEL = [METRICS.impressions, METRICS.clicks, METRICS.clickThrough, METRICS.views];

/** Where viewers come from, and how often the picture of a video leads to it. */
export function Reach({ video, choice }: { video: string; choice: Choice }) {
  return (
    <>
      <Overview video={video} choice={choice} views={FUNNEL} title={say.funnel} hint={say.funnelHint} testId="funnel" />
      <DimensionPart video={video} choice={choice} dimension="source" title={say.sources} testId="sources" />
    </>
  );
}
