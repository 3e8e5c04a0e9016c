import { analytics as say } from '../../words/analytics';
import { DimensionPart } from './DimensionPart';
import { METRICS } from './metrics';
import { Overview } from './Overview';
import type { Choice } from './useRange';

const VIEWERS = [
  METRICS.uniques,
  METRICS.views,
  METRICS.subscribersGained,
  METRICS.subscribersLost,
  METRICS.livePeak,
];

/** Who watches: how many different people, where, and on what. */
export function Audience({ video, choice }: { video?: string; choice: Choice }) {
  const of = video === undefined ? {} : { video };
  return (
    <>
      <Overview {...of} choice={choice} views={VIEWERS} title={say.audience} hint={say.viewersHint} testId="viewers" />
      <div class="stats__pair">
        <DimensionPart {...of} choice={choice} dimension="country" title={say.countries} testId="countries" />
        <DimensionPart {...of} choice={choice} dimension="device" title={say.devices} testId="devices" />
      </div>
    </>
  );
}
