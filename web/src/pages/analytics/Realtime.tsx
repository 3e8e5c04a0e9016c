import { useEffect, useState } from 'preact/hooks';
import { readRealtime, type Realtime as Read, type Window } from '../../api/studio/analytics';
import { useLoaded } from '../../parts/identity/useLoaded';
import { analytics as say } from '../../words/analytics';
import { number } from '../../words/figures';
import { DataTable } from './DataTable';
import { COUNT, momentOf } from './figures';
import { LazyChart } from './LazyChart';
import { LoadedPart } from './Part';

/** How each window is cut, how many pieces it has, and after how many milliseconds it is asked for again. */
const WINDOWS: Record<Window, { step: 'hour' | 'minute' | 'second'; count: number; again: number }> = {
  '48h': { step: 'hour', count: 48, again: 30_000 },
  '60m': { step: 'minute', count: 60, again: 2_000 },
  '60s': { step: 'second', count: 60, again: 1_000 },
};

const MILLISECONDS = { hour: 3_600_000, minute: 60_000, second: 1_000 };

/** What happens at this moment, asked for again and again while somebody looks. */
export function Realtime() {
  const [window, setWindow] = useState<Window>('48h');
  // With its window: what is shown stays until the next is there.
  const read = useLoaded(async () => ({ window, ...(await readRealtime(window)) }), window);
  useRounds(WINDOWS[window].again, () => void read.reload());
  return (
    <LoadedPart
      of={{ ...read, loading: false }}
      title={say.realtime}
      hint={say.updates}
      testId="realtime"
      lines={4}
      beside={
        <span class="live-sign">
          <span class="live-sign__dot" aria-hidden="true" />
          {say.live}
        </span>
      }
    >
      {data => (
        <>
          <p class="realtime__total">
            <strong class="figures" data-testid="realtime-total" data-count={data.total}>
              {number(data.total)}
            </strong>
            <span class="soft">{(data.window === '60s' ? say.playsIn : say.viewsIn)(say.windows[data.window])}</span>
          </p>
          <div class="choice" role="group" aria-label={say.window}>
            {(Object.keys(WINDOWS) as Window[]).map(one => (
              <button
                key={one}
                class="choice__one"
                aria-pressed={one === window}
                onClick={() => setWindow(one)}
                data-testid={`realtime-${one}`}
              >
                {say.windows[one]}
              </button>
            ))}
          </div>
          <Bars window={data.window} read={data} />
        </>
      )}
    </LoadedPart>
  );
}

function Bars({ window, read }: { window: Window; read: Read }) {
  const { step } = WINDOWS[window];
  const { places, values } = barsOf(window, read, Date.now());
  const name = (exact: boolean) => (place: number) => momentOf(place, step, exact);
  const what = window === '60s' ? say.plays : say.metrics.views;
  return (
    <>
      <p class="soft stats__hint">{say.windowHints[window]}</p>
      <LazyChart
        label={say.windowHints[window]}
        places={places}
        lines={[{ name: what, tone: '--chart-1', values, kind: 'bars' }]}
        unit={COUNT}
        placeName={name(false)}
        exactPlace={name(true)}
      />
      <DataTable
        label={say.windowHints[window]}
        head={[say.time, what]}
        rows={() => places.map((place, index) => [name(true)(place), number(values[index]!)])}
      />
    </>
  );
}

/** A bar for each piece of the window, also where nothing happened. */
export function barsOf(window: Window, { points }: Read, now: number): { places: number[]; values: number[] } {
  const { step, count } = WINDOWS[window];
  const length = MILLISECONDS[step];
  const known = new Map(points.map(([time, views]) => [Math.floor(Date.parse(time) / length) * length, views]));
  // By the server's clock, if it is ahead.
  const last = Math.max(Math.floor(now / length) * length, ...known.keys());
  const places = Array.from({ length: count }, (_, index) => last - (count - 1 - index) * length);
  return { places, values: places.map(place => known.get(place) ?? 0) };
}

/** Does something again and again while the page is looked at. */
function useRounds(milliseconds: number, work: () => void): void {
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && work(), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds]);
}
