import type { Analytics, Dimension } from '../../api/studio/analytics';
import { analytics as say } from '../../words/analytics';
import { ExportButton } from './ExportButton';
import { countryOf } from './figures';
import { LoadedPart } from './Part';
import { Shares, type Share } from './Shares';
import { useNumbers } from './useNumbers';
import type { Choice } from './useRange';

interface DimensionProps {
  video?: string;
  choice: Choice;
  dimension: Dimension;
  title: string;
  testId: string;
}

/** The views of a span by what came with them. */
export function DimensionPart({ video, choice: { range }, dimension, title, testId }: DimensionProps) {
  const numbers = useNumbers({ video, metrics: ['views'], range, dimension });
  const file = { metrics: ['views'] as const, range, dimension, ...(video !== undefined && { video }) };
  return (
    <LoadedPart
      of={numbers}
      title={title}
      testId={testId}
      lines={6}
      beside={<ExportButton {...file} />}
      isEmpty={({ now }) => sharesOf(now, dimension).every(one => one.value === 0)}
    >
      {({ now }) => {
        const shares = sharesOf(now, dimension);
        const unknown = dimension === 'country' && shares.every(one => one.name === say.unknown);
        return (
          <>
            <Shares label={title} head={say.metrics.views} shares={shares} testId={`${testId}-shares`} />
            {unknown && <p class="soft stats__hint">{say.unknownCountries}</p>}
          </>
        );
      }}
    </LoadedPart>
  );
}

export function sharesOf({ series }: Analytics, dimension: Dimension): Share[] {
  const sums = new Map<string, number>();
  for (const one of series) {
    if (one.metric !== 'views' || one.dimension === undefined) continue;
    const name = nameOf(dimension, one.dimension);
    sums.set(name, one.points.reduce((sum, [, value]) => sum + (value ?? 0), sums.get(name) ?? 0));
  }
  return [...sums].map(([name, value]) => ({ name, value }));
}

function nameOf(dimension: Dimension, value: string): string {
  const known: Record<Dimension, () => string | undefined> = {
    source: () => (say.sourceNames as Record<string, string>)[value],
    device: () => (say.deviceNames as Record<string, string>)[value],
    country: () => countryOf(value),
  };
  return known[dimension]() ?? (value === '' || value === 'unknown' ? say.unknown : value);
}
