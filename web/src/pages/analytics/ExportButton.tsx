import { useState } from 'preact/hooks';
import { readComparisonCsv, readCsv, type Dimension, type Metric } from '../../api/studio/analytics';
import { problemOf } from '../../api/problem';
import { Icon } from '../../parts/Icon';
import { tell } from '../../shell/toasts';
import { analytics as say } from '../../words/analytics';
import type { Range } from './range';
import { questionOf } from './useNumbers';

interface ExportProps {
  video?: string;
  metrics: readonly Metric[];
  range: Range;
  dimension?: Dimension;
}

/** What is shown, as a file for a spreadsheet. */
export function ExportButton({ video, metrics, range, dimension }: ExportProps) {
  const name = ['analytics', video ?? 'all', ...(dimension ? [dimension] : []), range.from, range.to].join('-');
  return (
    <CsvButton name={name} read={() => readCsv(video, questionOf({ metrics, range, ...(dimension && { dimension }) }))} />
  );
}

interface ComparedProps {
  videos: readonly string[];
  metric: Metric;
  days: number;
}

/** The same of videos that are compared. */
export function ComparedExportButton({ videos, metric, days }: ComparedProps) {
  return <CsvButton name={`comparison-${metric}-${days}`} read={() => readComparisonCsv(videos, metric, days)} />;
}

function CsvButton({ name, read }: { name: string; read: () => Promise<string> }) {
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      saveAs(`${name}.csv`, await read());
    } catch (thrown) {
      tell(`${say.csvFailed} ${problemOf(thrown).sentence}`);
    }
    setBusy(false);
  };
  return (
    <button class="button" disabled={busy} onClick={() => void save()} data-testid="export-csv">
      <Icon name="draft" size={20} />
      {say.csv}
    </button>
  );
}

function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
