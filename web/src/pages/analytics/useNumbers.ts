import { readAnalytics, type Analytics, type Dimension, type Metric } from '../../api/studio/analytics';
import { useLoaded, type LoadedState } from '../../parts/identity/useLoaded';
import { granularityOf, momentsOf, previousOf, type Range } from './range';

/** Numbers of a span, and those of the one before when they were asked for. */
export interface Numbers {
  range: Range;
  now: Analytics;
  before: Analytics | undefined;
}

interface Wanted {
  /** Absent for all videos of whoever asks. */
  video: string | undefined;
  metrics: readonly Metric[];
  range: Range;
  compare?: boolean;
  dimension?: Dimension;
}

export function questionOf({ metrics, range, dimension }: Omit<Wanted, 'video'>, moments = momentsOf(range)) {
  return { metrics, ...moments, granularity: granularityOf(range), ...(dimension && { dimension }) };
}

/** Asks for both spans at once; what is shown stays until the next is there. */
export function useNumbers(wanted: Wanted): LoadedState<Numbers> {
  const { video, metrics, range, compare = false, dimension } = wanted;
  const key = [video, metrics.join(), range.from, range.to, compare, dimension].join(' ');
  return useLoaded(async () => {
    const earlier = compare ? readAnalytics(video, questionOf({ ...wanted, range: previousOf(range) })) : undefined;
    const [now, before] = await Promise.all([
      readAnalytics(video, questionOf(wanted)),
      // A span that reaches back beyond what is kept has no numbers: that takes nothing from the present one.
      earlier?.catch(() => undefined),
    ]);
    return { range, now, before };
  }, key);
}
