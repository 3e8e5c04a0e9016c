import { useEffect, useMemo, useState } from 'preact/hooks';
import { readRetention, type Retention as Read } from '../../api/studio/analytics';
import type { Video } from '../../api/types';
import { useLoaded } from '../../parts/identity/useLoaded';
import { PreviewFrame } from '../../parts/Thumbnail';
import { loadStoryboard, type Storyboard } from '../../player/storyboard';
import { navigate } from '../../router/router';
import { analytics as say } from '../../words/analytics';
import { clock, number } from '../../words/figures';
import { DataTable } from './DataTable';
import { SHARE } from './figures';
import { LazyChart } from './LazyChart';
import { METRICS } from './metrics';
import { Overview } from './Overview';
import { LoadedPart } from './Part';
import { momentsOf } from './range';
import { placesOf, shareAt } from './retention';
import type { Choice } from './useRange';

const WATCHING = [METRICS.averagePercentage, METRICS.watchTime, METRICS.views];

/** Pixels of the picture above the numbers of a position. */
const PICTURE = { width: 160, height: 90 };

/** How far people watch, and how much of it. */
export function Engagement({ video, choice }: { video: Video; choice: Choice }) {
  const { from, to } = momentsOf(choice.range);
  const read = useLoaded(() => readRetention(video.id, from, to), `${video.id} ${from} ${to}`);
  return (
    <>
      <LoadedPart
        of={read}
        title={say.retention}
        hint={read.data && say.retentionViews(number(read.data.views), read.data.views === 1)}
        testId="retention"
        lines={6}
        isEmpty={data => data.views === 0}
      >
        {data => <Retention video={video} read={data} />}
      </LoadedPart>
      <Overview video={video.id} choice={choice} views={WATCHING} title={say.engagement} testId="watching" />
    </>
  );
}

function Retention({ video, read }: { video: Video; read: Read }) {
  const [kind, setKind] = useState<'absolute' | 'relative'>('absolute');
  const storyboard = useStoryboard(video.playback?.storyboard);
  const curve = kind === 'relative' ? (read.relative ?? []) : read.absolute;
  const duration = video.durationSeconds ?? read.absolute.length;
  const places = useMemo(() => placesOf(duration, read.absolute.length), [duration, read]);
  const name = kind === 'absolute' ? say.saw : say.againstOthers;
  const picture = (place: number) => {
    const frame = storyboard?.at(place);
    return frame && <span class="retention__picture">{<PreviewFrame frame={frame} {...PICTURE} />}</span>;
  };
  return (
    <>
      <dl class="facts">
        <Fact name={say.atHalf} share={shareAt(read.absolute, 0.5)} />
        <Fact name={say.atEnd} share={shareAt(read.absolute, 1)} />
      </dl>
      <div class="choice" role="group" aria-label={say.retentionKind}>
        {(['absolute', 'relative'] as const).map(one => (
          <button
            key={one}
            class="choice__one"
            aria-pressed={kind === one}
            onClick={() => setKind(one)}
            data-testid={`retention-${one}`}
          >
            {say[one]}
          </button>
        ))}
      </div>
      <p class="soft stats__hint">{kind === 'absolute' ? say.absoluteHint : say.relativeHint}</p>
      {curve.length === 0 ? (
        <p class="stats__nothing">{say.noRelative}</p>
      ) : (
        <>
          <LazyChart
            label={say.retention}
            places={places}
            lines={[{ name, tone: kind === 'absolute' ? '--chart-1' : '--chart-2', values: curve, kind: 'area' }]}
            unit={SHARE}
            top={Math.max(1.05, ...curve)}
            placeName={clock}
            exactPlace={place => say.watchFrom(clock(place))}
            above={picture}
            onPress={place => navigate(`/watch/${video.id}?t=${Math.floor(place)}`)}
          />
          <DataTable
            label={say.retention}
            head={[say.position, name]}
            rows={() => places.map((place, index) => [clock(place), SHARE.exact(curve[index] ?? 0)])}
          />
        </>
      )}
    </>
  );
}

function Fact({ name, share }: { name: string; share: number | undefined }) {
  return (
    <div class="facts__one">
      <dt>{name}</dt>
      <dd class="figures">{share === undefined ? '–' : SHARE.short(share)}</dd>
    </div>
  );
}

/** The pictures of the video, which tell what a position is better than a number does. */
function useStoryboard(address: string | undefined): Storyboard | undefined {
  const [storyboard, setStoryboard] = useState<Storyboard>();
  useEffect(() => {
    if (address) void loadStoryboard(address).then(setStoryboard);
  }, [address]);
  return storyboard;
}
