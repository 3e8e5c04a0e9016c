import { useEffect } from 'preact/hooks';
import { exportAddress, listExports, requestExport } from '../../api/identity/privacy';
import type { Export } from '../../api/identity/types';
import { Age } from '../../parts/Age';
import { Loaded } from '../../parts/identity/Loaded';
import { Item, Part } from '../../parts/identity/Part';
import { useLoaded } from '../../parts/identity/useLoaded';
import { ProblemNotice } from '../../parts/Notice';
import { Progress } from '../../parts/Progress';
import { useForm } from '../../parts/useForm';
import { bytes, exactTime } from '../../words/figures';
import { settings as say } from '../../words/settings';

/** Milliseconds between looks at a copy that is being made. */
const LOOK = 2_000;

const TONES: Record<Export['state'], string> = {
  waiting: 'badge badge--wait',
  running: 'badge badge--wait',
  ready: 'badge badge--good',
  failed: 'badge badge--danger',
  expired: 'badge',
};

export function ExportPart() {
  const exports = useLoaded(listExports);
  const form = useForm();
  const busy = exports.data?.some(isUnderWay) ?? false;
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => void exports.reload(), LOOK);
    return () => clearInterval(timer);
  }, [busy]);
  const ask = (): Promise<void> =>
    form.submit(async () => {
      await requestExport();
      await exports.reload();
    });
  const action = !busy && (
    <button class="button" disabled={form.busy} onClick={() => void ask()} data-testid="export-request">
      {say.privacy.requestExport}
    </button>
  );
  return (
    <Part title={say.privacy.export} hint={say.privacy.exportHint} action={action} testId="export">
      {form.problem && <ProblemNotice problem={form.problem} />}
      <Loaded of={exports} failed={say.failed} testId="exports" lines={1}>
        {list => (
          <ul class="items" aria-live="polite">
            {list.map(one => (
              <ExportItem key={one.id} copy={one} />
            ))}
          </ul>
        )}
      </Loaded>
    </Part>
  );
}

function ExportItem({ copy }: { copy: Export }) {
  return (
    <Item
      id={copy.id}
      testId={`export-${copy.state}`}
      title={
        <>
          <Age time={copy.createdAt} />
          <span class={TONES[copy.state]}>{say.privacy.exportStates[copy.state]}</span>
        </>
      }
      about={
        isUnderWay(copy) ? (
          <Progress value={copy.progress} label={say.privacy.exportProgress} testId="export-progress" />
        ) : (
          copy.state === 'ready' && (
            <>
              {copy.bytes ? bytes(copy.bytes) : ''}{' '}
              {copy.expiresAt && `${say.privacy.until} ${exactTime(copy.expiresAt)}`}
            </>
          )
        )
      }
    >
      {copy.state === 'ready' && (
        <a class="button" href={exportAddress(copy.id)} download data-testid="export-download">
          {say.privacy.download}
        </a>
      )}
    </Item>
  );
}

function isUnderWay(copy: Export): boolean {
  return copy.state === 'waiting' || copy.state === 'running';
}
