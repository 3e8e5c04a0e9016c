import type { Metric } from '../../api/studio/analytics';
import { analytics as say } from '../../words/analytics';
import { COUNT, LENGTH, SHARE, type Unit } from './figures';

/** How a metric is shown. */
export interface MetricView {
  metric: Metric;
  name: string;
  hint?: string;
  unit: Unit;
  /** A mean: where nothing happened there is none. */
  mean: boolean;
  /** Whether less of it is better. */
  trouble: boolean;
}

const TROUBLES: readonly Metric[] = ['subscribersLost', 'stalls', 'failures', 'exitsBeforeStart'];

function view(metric: Metric, name: string, unit: Unit = COUNT, hint?: string, mean = false): MetricView {
  const trouble = TROUBLES.includes(metric);
  return { metric, name, unit, mean, trouble, ...(hint && { hint }) };
}

const { metrics: names, hints } = say;

export const METRICS = {
  views: view('views', names.views, COUNT, hints.views),
  rawViews: view('rawViews', names.rawViews),
  uniques: view('uniques', names.uniques, COUNT, hints.uniques),
  watchTime: view('watchSeconds', names.watchTime, LENGTH),
  averagePercentage: view('averagePercentage', names.averagePercentage, SHARE, hints.averagePercentage, true),
  subscribersGained: view('subscribersGained', names.subscribersGained, COUNT, hints.subscribersGained),
  subscribersLost: view('subscribersLost', names.subscribersLost, COUNT, hints.subscribersLost),
  likes: view('likes', names.likes),
  shares: view('shares', names.shares, COUNT, hints.shares),
  comments: view('comments', names.comments),
  impressions: view('impressions', names.impressions, COUNT, hints.impressions),
  clicks: view('clicks', names.clicks),
  clickThrough: view('clickThrough', names.clickThrough, SHARE, hints.clickThrough, true),
  livePeak: view('livePeak', names.livePeak, COUNT, hints.livePeak),
  stalls: view('stalls', names.stalls),
  failures: view('failures', names.failures),
  exits: view('exitsBeforeStart', names.exitsBeforeStart),
} as const;
