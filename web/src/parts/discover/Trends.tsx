import { readTrends, type Trend } from '../../api/circle/tags';
import type { Page } from '../../api/types';
import { circle as say } from '../../words/circle';
import { number, short } from '../../words/figures';
import { Loaded } from '../identity/Loaded';
import { useLoaded, type LoadedState } from '../identity/useLoaded';
import { points } from './sparkline';
import './discover.css';

/** Pixels of the line beside a trend. */
const WIDTH = 72;
const HEIGHT = 24;

interface TrendsProps {
  of: LoadedState<Page<Trend>>;
  max?: number;
}

export function useTrends(): LoadedState<Page<Trend>> {
  return useLoaded(readTrends);
}

/** Hashtags that more people use than before. */
export function Trends({ of, max = 20 }: TrendsProps) {
  return (
    <section class="discover" data-testid="trends">
      <h2>{say.trends}</h2>
      <Loaded of={of} failed={say.failedTrends} testId="trends" lines={4}>
        {page =>
          page.items.length === 0 ? (
            <p class="soft" data-testid="trends-empty">
              {say.noTrends}
            </p>
          ) : (
            <ol class="trends">
              {page.items.slice(0, max).map(trend => (
                <li key={trend.tag}>
                  <TrendLink trend={trend} />
                </li>
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}

function TrendLink({ trend }: { trend: Trend }) {
  const people = say.people(number(trend.people), trend.people === 1);
  return (
    <a
      class="trend"
      href={`/tags/${encodeURIComponent(trend.tag)}`}
      aria-label={say.trendOf(trend.tag, people)}
      data-testid="trend"
    >
      <span class="trend__words">
        <strong dir="auto">#{trend.tag}</strong>
        <small class="soft figures">{say.people(short(trend.people), trend.people === 1)}</small>
      </span>
      <Sparkline history={trend.history} />
    </a>
  );
}

/** How it went in the last hours: beside the words, which say the rest. */
export function Sparkline({ history }: { history: readonly number[] }) {
  return (
    <svg class="sparkline" viewBox={`-2 -2 ${WIDTH + 4} ${HEIGHT + 4}`} width={WIDTH} height={HEIGHT} aria-hidden="true">
      <polyline points={points(history, WIDTH, HEIGHT)} />
    </svg>
  );
}
