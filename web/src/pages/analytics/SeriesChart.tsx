import { useMemo } from 'preact/hooks';
import { analytics as say } from '../../words/analytics';
import type { Line } from './chart/plot';
import { DataTable } from './DataTable';
import { dayOf, momentOf } from './figures';
import { LazyChart } from './LazyChart';
import type { MetricView } from './metrics';
import { granularityOf, momentsOf, previousOf, type Range } from './range';
import { stepsBetween, until, valuesAt, type Point } from './series';
import type { Numbers } from './useNumbers';

/** A metric over the span, and over the one before as a broken line. */
export function SeriesChart({ view, numbers }: { view: MetricView; numbers: Numbers }) {
  const { range } = numbers;
  const granularity = granularityOf(range);
  const { steps, lines } = useMemo(() => linesOf(view, numbers), [view, numbers]);
  const name = (exact: boolean) => (step: number) =>
    granularity === 'day' ? dayOf(step, exact) : momentOf(step, 'hour', exact);
  const value = (number: number | null | undefined): string =>
    number === null || number === undefined ? '–' : view.unit.exact(number);
  return (
    <>
      <LazyChart
        label={view.name}
        places={steps}
        lines={lines}
        unit={view.unit}
        placeName={name(false)}
        exactPlace={name(true)}
      />
      <DataTable
        label={view.name}
        head={[say.time, ...lines.map(line => line.name)]}
        rows={() => steps.map((step, index) => [name(true)(step), ...lines.map(line => value(line.values[index]))])}
      />
    </>
  );
}

function linesOf(view: MetricView, { range, now, before }: Numbers): { steps: number[]; lines: Line[] } {
  const steps = stepsOf(range);
  const missing = view.mean ? null : 0;
  const pointsOf = (answer: Numbers['now']): readonly Point[] =>
    answer.series.find(one => one.metric === view.metric && !one.dimension)?.points ?? [];
  const present = until(steps, valuesAt(steps, pointsOf(now), missing), Date.now());
  const lines: Line[] = [{ name: before ? say.now : view.name, tone: '--chart-1', values: present, kind: 'area' }];
  if (before) {
    const earlier = valuesAt(stepsOf(previousOf(range)), pointsOf(before), missing);
    lines.push({ name: say.before, tone: '--chart-before', values: earlier, kind: 'dashed' });
  }
  return { steps, lines };
}

function stepsOf(range: Range): number[] {
  const { from, to } = momentsOf(range);
  return stepsBetween(from, to, granularityOf(range));
}
