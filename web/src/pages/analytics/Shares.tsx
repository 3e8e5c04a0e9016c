import { analytics as say } from '../../words/analytics';
import { number } from '../../words/figures';
import { SHARE } from './figures';

export interface Share {
  name: string;
  value: number;
}

interface SharesProps {
  label: string;
  /** Of what the values are. */
  head: string;
  shares: Share[];
  testId: string;
}

/** Rows that are shown; the rest is one row of its own. */
const SHOWN = 8;

/** Parts of a whole as bars: a table whose cells can also be seen. */
export function Shares({ label, head, shares, testId }: SharesProps) {
  const total = shares.reduce((sum, one) => sum + one.value, 0);
  const sorted = [...shares].sort((a, b) => b.value - a.value);
  const rows = sorted.slice(0, SHOWN);
  const rest = sorted.slice(SHOWN).reduce((sum, one) => sum + one.value, 0);
  if (rest > 0) rows.push({ name: say.deviceNames.other, value: rest });
  const highest = Math.max(1, ...rows.map(one => one.value));
  return (
    <table class="shares figures" aria-label={label} data-testid={testId}>
      <thead class="unseen">
        <tr>
          <th scope="col">{label}</th>
          <th scope="col">{head}</th>
          <th scope="col">{say.share}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(one => (
          <tr class="shares__row" key={one.name} data-testid="share">
            <th scope="row" class="shares__name">
              {one.name}
            </th>
            <td class="shares__count">{number(one.value)}</td>
            <td class="shares__percent">{SHARE.exact(total > 0 ? one.value / total : 0)}</td>
            <td class="shares__bar" aria-hidden="true">
              <span style={{ width: `${(one.value / highest) * 100}%` }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
