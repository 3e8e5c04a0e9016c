import { useEffect, useState } from 'preact/hooks';
import { readComparison, type Comparison as Read } from '../../api/studio/analytics';
import type { Video } from '../../api/types';
import { listVideos } from '../../api/videos';
import { Icon } from '../../parts/Icon';
import { useLoaded } from '../../parts/identity/useLoaded';
import { analytics as say } from '../../words/analytics';
import { number } from '../../words/figures';
import type { Line } from './chart/plot';
import type { Tone } from './chart/theme';
import { DataTable } from './DataTable';
import { ComparedExportButton } from './ExportButton';
import { LazyChart } from './LazyChart';
import { METRICS, type MetricView } from './metrics';
import { LoadedPart, Nothing } from './Part';

const TONES: readonly Tone[] = ['--chart-1', '--chart-2', '--chart-3', '--chart-4'];
const VIDEOS_MAX = TONES.length;

const CHOICES = [
  METRICS.views,
  METRICS.watchTime,
  METRICS.subscribersGained,
  METRICS.likes,
  METRICS.comments,
  METRICS.shares,
  METRICS.impressions,
];
const SPANS = [7, 28, 90] as const;

/** Videos to choose from: the newest. */
const OFFERED = 100;

/** Up to four videos from their first days on. */
export function Comparison({ video }: { video: Video }) {
  const [chosen, setChosen] = useState<readonly Video[]>([video]);
  const [view, setView] = useState<MetricView>(METRICS.views);
  const [days, setDays] = useState<number>(28);
  const offered = useOffered(video.owner.id);
  const ids = chosen.map(one => one.id);
  const others = offered.filter(one => !ids.includes(one.id));
  const read = useLoaded(
    async () => ({ curves: await readComparison(ids, view.metric, days), view, days }),
    [...ids, view.metric, days].join(' '),
  );
  return (
    <LoadedPart
      of={read}
      title={say.comparison}
      hint={say.compareHint}
      testId="comparison"
      lines={6}
      beside={
        <div class="compare__choices">
          <Select
            label={say.metric}
            value={view.metric}
            choices={CHOICES.map(one => [one.metric, one.name])}
            onChoose={metric => setView(CHOICES.find(one => one.metric === metric) ?? METRICS.views)}
            testId="compare-metric"
          />
          <Select
            label={say.firstDays}
            value={String(days)}
            choices={SPANS.map(one => [String(one), say.days(number(one))])}
            onChoose={value => setDays(Number(value))}
            testId="compare-days"
          />
          <ComparedExportButton videos={ids} metric={view.metric} days={days} />
        </div>
      }
    >
      {data => (
        <>
          <ul class="compare__videos" aria-label={say.compareVideos}>
            {chosen.map((one, index) => (
              <li class="compare__video" key={one.id} data-testid="compared">
                <span class={`chart__mark chart__mark${TONES[index]}`} />
                <span class="compare__title" dir="auto">
                  {one.title}
                </span>
                {chosen.length > 1 && (
                  <button
                    class="compare__out"
                    aria-label={say.removeVideo(one.title)}
                    title={say.removeVideo(one.title)}
                    onClick={() => setChosen(chosen.filter(other => other !== one))}
                  >
                    <Icon name="close" size={16} />
                  </button>
                )}
              </li>
            ))}
            {chosen.length < VIDEOS_MAX && others.length > 0 && (
              <li>
                <Select
                  label={say.addVideo}
                  value=""
                  choices={[
                    ['', say.addVideo],
                    ...others.map((one): [string, string] => [one.id, one.title]),
                  ]}
                  onChoose={id => setChosen([...chosen, ...offered.filter(one => one.id === id)])}
                  testId="compare-add"
                />
              </li>
            )}
          </ul>
          {data.curves.videos.every(one => one.points.every(([, value]) => !value)) ? (
            <Nothing />
          ) : (
            <Curves read={data.curves} chosen={chosen} view={data.view} days={data.days} />
          )}
        </>
      )}
    </LoadedPart>
  );
}

interface CurvesProps {
  read: Read;
  chosen: readonly Video[];
  view: MetricView;
  days: number;
}

function Curves({ read, chosen, view, days }: CurvesProps) {
  const places = Array.from({ length: days }, (_, index) => index + 1);
  const lines = chosen.map((video, index): Line => {
    const points = new Map(read.videos.find(one => one.id === video.id)?.points ?? []);
    const values = places.map(place => points.get(place) ?? null);
    return { name: video.title, tone: TONES[index]!, values, kind: 'line' };
  });
  const day = (place: number): string => say.day(number(place));
  const value = (of: number | null | undefined): string =>
    of === null || of === undefined ? '–' : view.unit.exact(of);
  return (
    <>
      <LazyChart label={view.name} places={places} lines={lines} unit={view.unit} placeName={day} exactPlace={day} />
      <DataTable
        label={view.name}
        head={[say.time, ...lines.map(line => line.name)]}
        rows={() => places.map((place, index) => [day(place), ...lines.map(line => value(line.values[index]))])}
      />
    </>
  );
}

interface SelectProps {
  label: string;
  value: string;
  choices: readonly (readonly [value: string, name: string])[];
  onChoose: (value: string) => void;
  testId: string;
}

function Select({ label, value, choices, onChoose, testId }: SelectProps) {
  return (
    <select
      class="input compare__select"
      aria-label={label}
      title={label}
      value={value}
      onChange={event => {
        const chosen = event.currentTarget.value;
        // The place to add another is at its first line again.
        if (value === '') event.currentTarget.value = '';
        if (chosen !== value) onChoose(chosen);
      }}
      data-testid={testId}
    >
      {choices.map(([one, name]) => (
        <option key={one} value={one} selected={one === value}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** The other videos of the same person. Without them there is nothing to add, and the page goes on. */
function useOffered(owner: string): readonly Video[] {
  const [videos, setVideos] = useState<readonly Video[]>([]);
  useEffect(() => {
    const request = new AbortController();
    listVideos({ owner, limit: OFFERED }, request.signal).then(
      page => setVideos(page.items.filter(one => one.publishedAt !== undefined || one.state === 'ready')),
      () => {},
    );
    return () => request.abort();
  }, [owner]);
  return videos;
}
