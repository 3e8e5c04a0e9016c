import { useState } from 'preact/hooks';
import { readReports, resolveReport, type MessageReport } from '../../api/inbox/reports';
import { readProfile } from '../../api/identity/profile';
import { Age } from '../../parts/Age';
import { Dialog } from '../../parts/Dialog';
import { AreaField } from '../../parts/Field';
import { Paged } from '../../parts/identity/Loaded';
import { Item, Part } from '../../parts/identity/Part';
import { useLoaded } from '../../parts/identity/useLoaded';
import { usePages } from '../../parts/identity/usePages';
import { ProblemNotice } from '../../parts/Notice';
import { useForm } from '../../parts/useForm';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { admin as say } from '../../words/admin';

/** Messages that somebody showed to the moderators. */
export function ReportsAdmin() {
  const reports = usePages(readReports);
  const [open, setOpen] = useState<MessageReport>();
  return (
    <Part quiet title={say.rooms.reports} hint={say.reports.hint} testId="reports">
      <Paged of={reports} failed={say.failed} empty={say.reports.none} testId="reports">
        {list => (
          <ul class="items" data-testid="report-list">
            {list.map(one => (
              <Item
                key={one.id}
                id={one.id}
                testId="report"
                title={
                  <>
                    <span class="badge badge--danger">{reasonOf(one)}</span>
                    <span class="report__text" dir="auto">
                      {one.text}
                    </span>
                  </>
                }
                about={
                  <>
                    {one.comment && (
                      <span class="report__comment" dir="auto">
                        {one.comment}
                      </span>
                    )}
                    {say.reports.of} <Name id={one.author} /> · {say.reports.by} <Name id={one.reporter} /> ·{' '}
                    <Age time={one.reportedAt} />
                  </>
                }
              >
                <button class="button" onClick={() => setOpen(one)} data-testid="report-resolve">
                  {say.reports.resolve}
                </button>
              </Item>
            ))}
          </ul>
        )}
      </Paged>
      {open && (
        <Resolve
          report={open}
          onClose={() => setOpen(undefined)}
          onDone={() => reports.change(items => items.filter(one => one.id !== open.id))}
        />
      )}
    </Part>
  );
}

/** The API writes the reason in either case. */
function reasonOf(report: MessageReport): string {
  const reason = report.reason.toLowerCase().replaceAll('_', '-');
  return say.reports.reasons[reason] ?? reason;
}

function Name({ id }: { id: string }) {
  const profile = useLoaded(() => readProfile(id), id);
  if (!profile.data) return <code>{id}</code>;
  return (
    <a class="linked" href={`/@${profile.data.username}`} dir="auto">
      @{profile.data.username}
    </a>
  );
}

interface ResolveProps {
  report: MessageReport;
  onClose: () => void;
  onDone: () => void;
}

function Resolve({ report, onClose, onDone }: ResolveProps) {
  const form = useForm();
  const [text, setText] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void form.submit(async () => {
      await resolveReport(report.id, text.trim());
      onDone();
      onClose();
      tell(say.reports.resolved);
    });
  };
  return (
    <Dialog title={say.reports.resolveTitle} testId="resolve-dialog" onClose={onClose}>
      <form class="form" onSubmit={submit}>
        {form.problem && !form.error('resolution') && <ProblemNotice problem={form.problem} />}
        <blockquote class="report__quote" dir="auto">
          {report.text}
        </blockquote>
        <AreaField
          label={say.reports.resolution}
          hint={say.reports.resolutionHint}
          error={form.error('resolution')}
          value={text}
          required
          maxLength={500}
          dir="auto"
          onInput={setText}
          data-testid="resolution"
        />
        <div class="dialog__actions">
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button class="button button--primary" disabled={form.busy || text.trim() === ''} data-testid="resolution-save">
            {say.reports.resolve}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
