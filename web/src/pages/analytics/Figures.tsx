import { analytics as say } from '../../words/analytics';
import { changePercent } from './figures';
import { changeOf, type Change } from './series';
import type { MetricView } from './metrics';
import type { Numbers } from './useNumbers';

/** Sums that have room beside each other. */
const ROW_MAX = 6;

interface FiguresProps {
  views: readonly MetricView[];
  numbers: Numbers;
  chosen: MetricView;
  onChoose: (view: MetricView) => void;
}

/** The sums of a span: pressing one shows how it came about. */
export function Figures({ views, numbers, chosen, onChoose }: FiguresProps) {
  return (
    <div class="sums" role="group" aria-label={say.metric} style={{ '--sums': columnsOf(views.length) }}>
      {views.map(view => (
        <button
          key={view.metric}
          class="sum"
          aria-pressed={view === chosen}
          title={view.hint}
          onClick={() => onChoose(view)}
          data-testid={`sum-${view.metric}`}
        >
          <Sum view={view} numbers={numbers} />
        </button>
      ))}
    </div>
  );
}

/** So that no row holds a single one: eight are two rows of four. */
function columnsOf(sums: number): number {
  return sums <= ROW_MAX ? sums : Math.ceil(sums / Math.ceil(sums / ROW_MAX));
}

/** One sum, and how it stands to the one before. */
export function Sum({ view, numbers }: { view: MetricView; numbers: Numbers }) {
  const now = numbers.now.totals[view.metric] ?? undefined;
  const before = numbers.before?.totals[view.metric] ?? undefined;
  return (
    <>
      <span class="sum__name">{view.name}</span>
      <span class="sum__value figures" title={now === undefined ? undefined : view.unit.exact(now)}>
        {now === undefined ? '–' : view.unit.short(now)}
      </span>
      <Trend {...changeOf(now, before)} trouble={view.trouble} />
    </>
  );
}

/** Of what is better when it is less. */
const TURNED: Record<Change, Change> = { more: 'fewer', fewer: 'more', new: 'fewer', same: 'same', none: 'none' };

const SIGNS: Record<Change, string> = { more: '▲ ', fewer: '▼ ', same: '±', new: '▲', none: '' };

function Trend({ change, share, trouble }: { change: Change; share: number; trouble: boolean }) {
  const percent = changePercent(share);
  const sentences: Record<Change, string> = {
    more: say.more(percent),
    fewer: say.fewer(percent),
    same: say.same,
    new: say.nothingBefore,
    none: '',
  };
  return (
    <span class={`trend trend--${trouble ? TURNED[change] : change} figures`} title={sentences[change]}>
      <span aria-hidden="true">
        {SIGNS[change]}
        {change === 'more' || change === 'fewer' || change === 'same' ? percent : ''}
      </span>
      <span class="unseen">{sentences[change]}</span>
    </span>
  );
}
