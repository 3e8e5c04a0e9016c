import { lazy } from '../../parts/lazy';
import type { ChartProps } from './chart/Chart';

const Later = lazy<ChartProps>(async () => (await import('./chart/Chart')).default);

/** A chart, in the room that it will take: what draws it is loaded when the first one is shown. */
export function LazyChart(props: ChartProps) {
  return (
    <div class="stats__chart">
      <Later {...props} />
    </div>
  );
}
