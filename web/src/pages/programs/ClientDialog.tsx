import { useState } from 'preact/hooks';
import { createClient, editClient } from '../../api/identity/programs';
import type { Client } from '../../api/identity/types';
import { Dialog } from '../../parts/Dialog';
import { AreaField, SelectField, TextField } from '../../parts/Field';
import { Switch } from '../../parts/identity/Switch';
import { ProblemNotice } from '../../parts/Notice';
import { useForm } from '../../parts/useForm';
import { words } from '../../words';
import { programs as say } from '../../words/programs';
import { draftOf, formOf } from './clientForm';

interface ClientProps {
  /** Absent: a new one. */
  client: Client | undefined;
  onClose: () => void;
  onSaved: (client: Client) => void;
}

export function ClientDialog({ client, onClose, onSaved }: ClientProps) {
  const form = useForm();
  const [draft, setDraft] = useState(() => draftOf(client));
  const change = (part: Partial<typeof draft>): void => setDraft(before => ({ ...before, ...part }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const text = (name: string): string => String(fields.get(name) ?? '');
    const whole = formOf({
      ...draft,
      name: text('name'),
      website: text('website'),
      redirects: text('redirects'),
    });
    void form.submit(async () => {
      // The kind of a program is part of what people agreed to: it stays.
      const { confidential: _, ...changes } = whole;
      onSaved(client ? await editClient(client.id, changes) : await createClient(whole));
      onClose();
    });
  };
  const atField = ['name', 'website', 'redirectUris'].some(name => form.error(name));
  const title = client ? say.developer.editTitle : say.developer.newTitle;
  return (
    <Dialog title={title} testId="client-dialog" onClose={onClose}>
      <form class="form" onSubmit={submit} data-testid="client-form">
        {form.problem && !atField && <ProblemNotice problem={form.problem} />}
        <TextField
          label={say.developer.name}
          hint={say.developer.nameHint}
          error={form.error('name')}
          name="name"
          defaultValue={draft.name}
          required
          maxLength={60}
          autoComplete="off"
          dir="auto"
          data-testid="client-name"
        />
        <AreaField
          label={say.developer.redirects}
          hint={say.developer.redirectsHint}
          error={form.error('redirectUris')}
          name="redirects"
          defaultValue={draft.redirects}
          required
          spellcheck={false}
          autoCapitalize="none"
          data-testid="client-redirects"
        />
        <TextField
          label={say.developer.website}
          error={form.error('website')}
          optional
          name="website"
          type="url"
          defaultValue={draft.website}
          autoComplete="off"
          data-testid="client-website"
        />
        {!client && (
          <SelectField
            label={say.developer.kind}
            value={draft.confidential ? 'confidential' : 'public'}
            choices={[
              { value: 'public', name: say.developer.public },
              { value: 'confidential', name: say.developer.confidential },
            ]}
            onChoose={kind => change({ confidential: kind === 'confidential' })}
            data-testid="client-kind"
          />
        )}
        <Switch
          label={say.developer.device}
          hint={say.developer.deviceHint}
          on={draft.device}
          testId="client-device"
          onChange={device => change({ device })}
        />
        <Switch
          label={say.developer.dpop}
          hint={say.developer.dpopHint}
          on={draft.dpop}
          testId="client-dpop"
          onChange={dpop => change({ dpop })}
        />
        <div class="dialog__actions">
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button class="button button--primary" disabled={form.busy} data-testid="client-submit">
            {form.busy ? words.saving : words.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
