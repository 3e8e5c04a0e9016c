import { useEffect, useRef, useState } from 'preact/hooks';
import 'uplot/dist/uPlot.min.css';
import { analytics as say } from '../../../words/analytics';
import { dataOf, plot, type Drawing } from './plot';
import { useThemeTurns } from './theme';
import './chart.css';

export interface ChartProps extends Drawing {
  /** What it shows. */
  label: string;
  /** Of a place, exactly. */
  exactPlace: (place: number) => string;
  /** Above what is told of a place: a picture, say. */
  above?: ((place: number) => preact.ComponentChildren) | undefined;
  onPress?: ((place: number) => void) | undefined;
}

/** A chart that pointer and arrow keys go along, telling the exact numbers of each place. */
export default function Chart(props: ChartProps) {
  const { label, places, lines } = props;
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<ReturnType<typeof plot> | undefined>(undefined);
  const [at, setAt] = useState<number>();
  const [byKey, setByKey] = useState(false);
  const turns = useThemeTurns();
  // What draws is made anew when another kind of thing is shown; other values of the same go into it.
  const kind = JSON.stringify([label, places.length, lines.map(({ name, kind, tone }) => [name, kind, tone]), turns]);
  useEffect(() => {
    if (!box.current) return;
    const made = plot(box.current, props, setAt);
    drawn.current = made;
    return () => {
      drawn.current = undefined;
      made.destroy();
    };
  }, [kind]);
  useEffect(() => drawn.current?.chart.setData(dataOf(props)), [places, lines]);

  const go = (index: number): void => {
    const chart = drawn.current?.chart;
    const next = Math.min(places.length - 1, Math.max(0, index));
    if (!chart || places[next] === undefined) return;
    setByKey(true);
    chart.setCursor({ left: chart.valToPos(places[next], 'x'), top: 0 });
  };
  const key = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = { ArrowRight: (at ?? -1) + 1, ArrowLeft: (at ?? places.length) - 1 };
    const ends: Record<string, number> = { Home: 0, End: places.length - 1 };
    const next = moves[event.key] ?? ends[event.key];
    if (event.key === 'Enter' && at !== undefined) props.onPress?.(places[at]!);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    go(next);
  };
  return (
    <div
      class={props.onPress ? 'chart chart--press' : 'chart'}
      role="group"
      tabIndex={0}
      aria-roledescription={say.chart}
      aria-label={`${label}. ${say.chartHint}`}
      data-testid="chart"
      onKeyDown={key}
      onPointerMove={() => setByKey(false)}
      onBlur={() => drawn.current?.chart.setCursor({ left: -10, top: -10 })}
      onClick={() => at !== undefined && props.onPress?.(places[at]!)}
    >
      <div class="chart__plot" ref={box} />
      <p class="unseen" aria-live="polite">
        {byKey && at !== undefined && told(props, at)}
      </p>
      {at !== undefined && <Tip {...props} at={at} left={leftOf(drawn.current?.chart, places[at])} />}
    </div>
  );
}

function leftOf(chart: uPlot | undefined, place: number | undefined): number {
  if (!chart || place === undefined) return 0;
  return chart.valToPos(place, 'x') + chart.bbox.left / devicePixelRatio;
}

function told({ places, lines, unit, exactPlace }: ChartProps, at: number): string {
  const values = lines.map(line => `${line.name}: ${valueOf(line.values[at], unit.exact)}`);
  return [exactPlace(places[at]!), ...values].join(', ');
}

function valueOf(value: number | null | undefined, exact: (value: number) => string): string {
  return value === null || value === undefined ? '–' : exact(value);
}

/** The numbers of a place, beside it: on the side that has room. */
function Tip({ places, lines, unit, exactPlace, above, at, left }: ChartProps & { at: number; left: number }) {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ own: 0, all: 0 });
  useEffect(() => {
    const own = box.current?.offsetWidth ?? 0;
    const all = box.current?.parentElement?.clientWidth ?? 0;
    if (own !== room.own || all !== room.all) setRoom({ own, all });
  });
  const right = left + room.own + 16 > room.all;
  const x = Math.max(0, right ? left - room.own - 12 : left + 12);
  return (
    <div class="chart__tip" ref={box} style={{ translate: `${Math.round(x)}px 0` }} aria-hidden="true">
      {above?.(places[at]!)}
      <p class="chart__place">{exactPlace(places[at]!)}</p>
      {lines.map(line => (
        <p class="chart__value figures" key={line.name}>
          <span class={`chart__mark chart__mark${line.tone}`} />
          <span>{line.name}</span>
          <strong>{valueOf(line.values[at], unit.exact)}</strong>
        </p>
      ))}
    </div>
  );
}
