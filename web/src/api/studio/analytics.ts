import { call } from '../call';

/** What can be asked for, as the API names it. */
export type Metric =
  | 'views'
  | 'rawViews'
  | 'uniques'
  | 'watchSeconds'
  | 'averagePercentage'
  | 'subscribersGained'
  | 'subscribersLost'
  | 'likes'
  | 'shares'
  | 'comments'
  | 'impressions'
  | 'clicks'
  | 'clickThrough'
  | 'livePeak'
  | 'startupSeconds'
  | 'stalls'
  | 'stalledSeconds'
  | 'failures'
  | 'exitsBeforeStart';

export type Dimension = 'source' | 'country' | 'device';

export interface Series {
  metric: Metric;
  /** Of which source, country or device, when that was asked. */
  dimension?: string;
  points: [time: string, value: number | null][];
}

export interface Analytics {
  from: string;
  to: string;
  granularity: string;
  series: Series[];
  totals: Partial<Record<Metric, number | null>>;
}

export interface Question {
  metrics: readonly Metric[];
  from: string;
  to: string;
  granularity: string;
  dimension?: Dimension;
}

/** Of one video, or of all of whoever asks. */
export function readAnalytics(video: string | undefined, question: Question): Promise<Analytics> {
  return call('GET', analyticsPath(video, question));
}

function analyticsPath(video: string | undefined, { metrics, dimension, ...rest }: Question): string {
  const query = new URLSearchParams({ metrics: metrics.join(','), ...rest });
  if (dimension) query.set('dimension', dimension);
  return `${video === undefined ? '/studio' : ofVideo(video)}/analytics?${query}`;
}

/** The same as a file for a spreadsheet. */
export function readCsv(video: string | undefined, question: Question): Promise<string> {
  return call('GET', analyticsPath(video, question), { headers: { Accept: 'text/csv' } });
}

export interface Retention {
  views: number;
  /** Of each hundredth of the video: the share of views that played it. */
  absolute: number[];
  /** The same against videos of like length. */
  relative?: number[] | null;
}

export function readRetention(video: string, from: string, to: string): Promise<Retention> {
  return call('GET', `${ofVideo(video)}/retention?${new URLSearchParams({ from, to })}`);
}

export interface VideoQuality {
  views?: number;
  startup?: { p50?: number | null; p95?: number | null; histogram?: [fromSeconds: number, count: number][] };
  stalls?: number;
  stalledSeconds?: number;
  watchSeconds?: number;
  failures?: number;
  exitsBeforeStart?: number;
}

export function readQuality(video: string, from: string, to: string): Promise<VideoQuality> {
  return call('GET', `${ofVideo(video)}/quality?${new URLSearchParams({ from, to })}`);
}

export type Window = '48h' | '60m' | '60s';

export interface Realtime {
  points: [time: string, views: number][];
  total: number;
}

export function readRealtime(window: Window): Promise<Realtime> {
  return call('GET', `/studio/realtime?window=${window}`);
}

export interface Comparison {
  videos: { id: string; title?: string; points: [day: number, value: number | null][] }[];
}

export function readComparison(videos: readonly string[], metric: Metric, days: number): Promise<Comparison> {
  const query = new URLSearchParams({ videos: videos.join(','), metric, days: String(days) });
  return call('GET', `/studio/comparison?${query}`);
}

/** The same as a file for a spreadsheet. */
export function readComparisonCsv(videos: readonly string[], metric: Metric, days: number): Promise<string> {
  const query = new URLSearchParams({ videos: videos.join(','), metric, days: String(days) });
  return call('GET', `/studio/comparison?${query}`, { headers: { Accept: 'text/csv' } });
}

export interface TopVideo {
  id: string;
  title: string;
  views: number;
  watchSeconds?: number;
}

/** The most watched first. */
export async function readTop(from: string, to: string): Promise<TopVideo[]> {
  return (await call<{ items: TopVideo[] }>('GET', `/studio/videos?${new URLSearchParams({ from, to })}`)).items;
}

function ofVideo(video: string): string {
  return `/studio/videos/${encodeURIComponent(video)}`;
}
