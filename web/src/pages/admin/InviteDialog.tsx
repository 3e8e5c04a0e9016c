import { useState } from 'preact/hooks';
import { createInvites } from '../../api/identity/admin';
import type { Invite } from '../../api/identity/adminTypes';
import { Dialog } from '../../parts/Dialog';
import { AreaField, SelectField, TextField } from '../../parts/Field';
import { CopyButton } from '../../parts/identity/Secret';
import { ProblemNotice } from '../../parts/Notice';
import { useForm } from '../../parts/useForm';
import { words } from '../../words';
import { number } from '../../words/figures';
import { admin as say } from '../../words/admin';

const DAYS = ['1', '7', '30', '90'] as const;
type Days = (typeof DAYS)[number];

interface InviteProps {
  onClose: () => void;
  onMade: () => void;
}

export function InviteDialog({ onClose, onMade }: InviteProps) {
  const form = useForm();
  const [days, setDays] = useState<Days>('7');
  const [emails, setEmails] = useState('');
  const [count, setCount] = useState('');
  const [made, setMade] = useState<Invite[]>();
  const addresses = emails.split(/[\s,;]+/).filter(one => one !== '');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void form.submit(async () => {
      const whom = addresses.length > 0 ? { emails: addresses } : { count: Number(count) };
      setMade(await createInvites({ ...whom, expiresInDays: Number(days) }));
      onMade();
    });
  };
  if (made) {
    const links = made.map(one => one.link ?? '').join('\n');
    return (
      <Dialog title={say.invites.made(number(made.length))} testId="invites-made" firm onClose={onClose}>
        <p>{say.invites.madeHint}</p>
        <pre class="secret__value" data-testid="invite-links" tabIndex={0}>
          {links}
        </pre>
        <div class="dialog__actions">
          <CopyButton text={links} testId="invite-links-copy" />
          <button type="button" class="button button--primary" onClick={onClose} data-testid="invites-done">
            {words.close}
          </button>
        </div>
      </Dialog>
    );
  }
  const atField = ['emails', 'count'].some(name => form.error(name));
  return (
    <Dialog title={say.invites.createTitle} testId="invite-dialog" onClose={onClose}>
      <form class="form" onSubmit={submit} data-testid="invite-form">
        {form.problem && !atField && <ProblemNotice problem={form.problem} />}
        <AreaField
          label={say.invites.emails}
          hint={say.invites.emailsHint}
          error={form.error('emails')}
          spellcheck={false}
          onInput={setEmails}
          data-testid="invite-emails"
        />
        <TextField
          label={say.invites.orCount}
          error={form.error('count')}
          type="number"
          min="1"
          max="100"
          inputMode="numeric"
          onInput={event => setCount(event.currentTarget.value)}
          data-testid="invite-count"
        />
        <SelectField
          label={say.invites.expires}
          value={days}
          choices={DAYS.map(value => ({ value, name: say.invites.days(value) }))}
          onChoose={setDays}
          data-testid="invite-days"
        />
        <div class="dialog__actions">
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button
            class="button button--primary"
            disabled={form.busy || (addresses.length === 0 && !(Number(count) > 0))}
            title={addresses.length === 0 && !count ? say.invites.needOne : undefined}
            data-testid="invite-submit"
          >
            {say.invites.create}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
