import { useState } from 'preact/hooks';
import { analytics as say } from '../../words/analytics';
import { Figures } from './Figures';
import type { MetricView } from './metrics';
import { LoadedPart } from './Part';
import { SeriesChart } from './SeriesChart';
import { useNumbers, type Numbers } from './useNumbers';
import type { Choice } from './useRange';

interface OverviewProps {
  /** Absent for all videos of whoever asks. */
  video?: string;
  choice: Choice;
  /** The first is shown first. */
  views: readonly MetricView[];
  title?: string;
  hint?: string;
  testId: string;
}

/** Sums of a span, and one of them over its time. */
export function Overview({ video, choice, views, title = say.overview, hint, testId }: OverviewProps) {
  const [chosen, setChosen] = useState(views[0]!);
  const { range, compare } = choice;
  const numbers = useNumbers({ video, metrics: views.map(one => one.metric), range, compare });
  return (
    <LoadedPart of={numbers} title={title} hint={hint} testId={testId} lines={6} isEmpty={isEmpty}>
      {data => (
        <>
          <Figures views={views} numbers={data} chosen={chosen} onChoose={setChosen} />
          {chosen.hint && <p class="soft stats__hint">{chosen.hint}</p>}
          <SeriesChart view={chosen} numbers={data} />
        </>
      )}
    </LoadedPart>
  );
}

function isEmpty({ now, before }: Numbers): boolean {
  return [now, before].every(one => Object.values(one?.totals ?? {}).every(total => !total));
}
