import { useState } from 'preact/hooks';
import { auditCheckpoint, auditExportAddress, listAudit } from '../../api/identity/admin';
import type { AuditLine } from '../../api/identity/adminTypes';
import { Dialog } from '../../parts/Dialog';
import { TextField } from '../../parts/Field';
import { Loaded, Paged } from '../../parts/identity/Loaded';
import { Part } from '../../parts/identity/Part';
import { CopyButton } from '../../parts/identity/Secret';
import { useLoaded } from '../../parts/identity/useLoaded';
import { usePages } from '../../parts/identity/usePages';
import { words } from '../../words';
import { admin as say } from '../../words/admin';
import { exactTime } from '../../words/figures';
import { queryOf, type AuditQuery } from './auditQuery';

export function AuditAdmin() {
  const [query, setQuery] = useState<AuditQuery>({});
  const [checking, setChecking] = useState(false);
  const lines = usePages<AuditLine>(cursor => listAudit({ ...query, cursor }), JSON.stringify(query));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setQuery(queryOf(new FormData(event.currentTarget as HTMLFormElement)));
  };
  const action = (
    <>
      <a class="button" href={auditExportAddress({ ...query })} download data-testid="audit-export">
        {say.audit.export}
      </a>
      <button class="button" onClick={() => setChecking(true)} data-testid="audit-checkpoint">
        {say.audit.checkpoint}
      </button>
    </>
  );
  return (
    <Part quiet title={say.rooms.audit} hint={say.audit.hint} action={action} testId="audit">
      <form class="filters" role="search" onSubmit={submit} data-testid="audit-form">
        {(['actor', 'action', 'target'] as const).map(name => (
          <TextField
            key={name}
            label={say.audit[name]}
            name={name}
            autoComplete="off"
            spellcheck={false}
            data-testid={`audit-${name}`}
          />
        ))}
        <TextField label={say.audit.from} name="from" type="date" data-testid="audit-from" />
        <TextField label={say.audit.to} name="to" type="date" data-testid="audit-to" />
        <button class="button filters__go" data-testid="audit-search">
          {say.audit.search}
        </button>
      </form>
      <Paged of={lines} failed={say.failed} empty={say.audit.none} testId="audit">
        {list => <Lines lines={list} />}
      </Paged>
      {checking && <CheckpointDialog onClose={() => setChecking(false)} />}
    </Part>
  );
}

function Lines({ lines }: { lines: AuditLine[] }) {
  return (
    <div class="table" role="region" aria-label={say.audit.lines} tabIndex={0}>
      <table data-testid="audit-lines">
        <thead>
          <tr>
            <th scope="col">{say.audit.time}</th>
            <th scope="col">{say.audit.action}</th>
            <th scope="col">{say.audit.outcome}</th>
            <th scope="col">{say.audit.actor}</th>
            <th scope="col">{say.audit.target}</th>
            <th scope="col">{say.audit.details}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Line key={line.id ?? line.sequence ?? index} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line }: { line: AuditLine }) {
  const details = Object.entries(line.details ?? {}).map(([name, value]) => `${name}: ${value}`);
  if (line.address) details.push(line.address);
  return (
    <tr data-testid="audit-line" data-action={line.action}>
      <td>
        <time dateTime={line.at}>{exactTime(line.at)}</time>
      </td>
      <td>
        <code>{line.action}</code>
      </td>
      <td>{say.audit.outcomes[line.outcome] ?? line.outcome}</td>
      <td>{line.actor ?? say.audit.somebody}</td>
      <td>{line.target}</td>
      <td>{details.join(', ')}</td>
    </tr>
  );
}

function CheckpointDialog({ onClose }: { onClose: () => void }) {
  const checkpoint = useLoaded(auditCheckpoint);
  return (
    <Dialog title={say.audit.checkpointTitle} testId="checkpoint-dialog" onClose={onClose}>
      <p>{say.audit.checkpointHint}</p>
      <Loaded of={checkpoint} failed={say.failed} testId="checkpoint">
        {note => (
          <>
            <pre class="secret__value" tabIndex={0} data-testid="checkpoint">
              {note}
            </pre>
            <div class="dialog__actions">
              <CopyButton text={note} />
              <button type="button" class="button button--primary" onClick={onClose}>
                {words.close}
              </button>
            </div>
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
