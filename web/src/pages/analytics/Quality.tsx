import { readQuality, type VideoQuality } from '../../api/studio/analytics';
import { useLoaded } from '../../parts/identity/useLoaded';
import { analytics as say } from '../../words/analytics';
import { number } from '../../words/figures';
import { DataTable } from './DataTable';
import { COUNT, DECIMAL, LENGTH, SHARE, type Unit } from './figures';
import { LazyChart } from './LazyChart';
import { METRICS } from './metrics';
import { Overview } from './Overview';
import { LoadedPart } from './Part';
import { momentsOf } from './range';
import type { Choice } from './useRange';

const TROUBLES = [METRICS.stalls, METRICS.failures, METRICS.exits];

const HOUR = 3_600;

/** How well the video plays at the people who watch it. */
export function Quality({ video, choice }: { video: string; choice: Choice }) {
  const { from, to } = momentsOf(choice.range);
  const read = useLoaded(() => readQuality(video, from, to), `${video} ${from} ${to}`);
  return (
    <>
      <LoadedPart of={read} title={say.quality} testId="quality" lines={6} isEmpty={isEmpty}>
        {data => (
          <>
            <dl class="facts">
              {factsOf(data).map(([name, value, unit]) => (
                <div class="facts__one" key={name}>
                  <dt>{name}</dt>
                  <dd class="figures" title={value === undefined ? undefined : unit.exact(value)}>
                    {value === undefined ? '–' : unit.short(value)}
                  </dd>
                </div>
              ))}
            </dl>
            <StartUps read={data} />
          </>
        )}
      </LoadedPart>
      <Overview video={video} choice={choice} views={TROUBLES} title={say.qualityDays} testId="troubles" />
    </>
  );
}

function isEmpty({ startup, failures = 0, exitsBeforeStart = 0 }: VideoQuality): boolean {
  return startsOf(startup) + failures + exitsBeforeStart === 0;
}

function startsOf(startup: VideoQuality['startup']): number {
  return (startup?.histogram ?? []).reduce((sum, [, count]) => sum + count, 0);
}

function factsOf(read: VideoQuality): [string, number | undefined, Unit][] {
  const { startup, stalls = 0, stalledSeconds = 0, watchSeconds = 0, failures = 0, exitsBeforeStart = 0 } = read;
  const of = (part: number, whole: number): number | undefined => (whole > 0 ? part / whole : undefined);
  const tries = startsOf(startup) + exitsBeforeStart;
  return [
    [say.startupMedian, startup?.p50 ?? undefined, LENGTH],
    [say.startupSlow, startup?.p95 ?? undefined, LENGTH],
    [say.stallShare, of(stalledSeconds, stalledSeconds + watchSeconds), SHARE],
    [say.stallsPerHour, of(stalls, watchSeconds / HOUR), DECIMAL],
    [say.failureShare, of(failures, tries), SHARE],
    [say.exitShare, of(exitsBeforeStart, tries), SHARE],
  ];
}

/** Up to the longest start that there was, and the step after it. */
export function withoutTail(histogram: readonly [number, number][]): readonly [number, number][] {
  return histogram.slice(0, histogram.findLastIndex(([, count]) => count > 0) + 2);
}

/** How many starts took how long. */
function StartUps({ read }: { read: VideoQuality }) {
  const histogram = withoutTail(read.startup?.histogram ?? []);
  if (startsOf(read.startup) === 0) return null;
  const values = histogram.map(([, count]) => count);
  const span = (index: number): string => {
    const from = LENGTH.short(histogram[index]![0]);
    const next = histogram[index + 1];
    return next ? say.startupBetween(from, LENGTH.short(next[0])) : say.startupFrom(from);
  };
  return (
    <>
      <h3 class="stats__small">{say.startupTimes}</h3>
      <LazyChart
        label={say.startupTimes}
        places={histogram.map((_, index) => index)}
        lines={[{ name: say.metrics.views, tone: '--chart-3', values, kind: 'bars' }]}
        unit={COUNT}
        placeName={index => LENGTH.short(histogram[index]?.[0] ?? 0)}
        exactPlace={span}
      />
      <DataTable
        label={say.startupTimes}
        head={[say.metrics.startup, say.metrics.views]}
        rows={() => values.map((count, index) => [span(index), number(count)])}
      />
    </>
  );
}
