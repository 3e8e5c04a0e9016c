import { useState } from 'preact/hooks';
import { changeUsername } from '../../api/identity/profile';
import type { Account } from '../../api/types';
import { Dialog } from '../../parts/Dialog';
import { TextField } from '../../parts/Field';
import { Part } from '../../parts/identity/Part';
import { ProblemNotice } from '../../parts/Notice';
import { useForm } from '../../parts/useForm';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { settings as say } from '../../words/settings';

interface HandleProps {
  account: Account;
  onChange: (account: Account) => void;
}

/** The name in the address of a person's page; what changing it does is said before. */
export function HandlePart({ account, onChange }: HandleProps) {
  const [open, setOpen] = useState(false);
  const action = (
    <button class="button" onClick={() => setOpen(true)} data-testid="handle-change">
      {say.change}
    </button>
  );
  return (
    <Part title={say.profile.handle} hint={say.profile.handleHint(account.username)} action={action} testId="handle">
      {open && <HandleDialog onClose={() => setOpen(false)} onChange={onChange} />}
    </Part>
  );
}

function HandleDialog({ onClose, onChange }: Pick<HandleProps, 'onChange'> & { onClose: () => void }) {
  const form = useForm();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const username = String(new FormData(event.currentTarget as HTMLFormElement).get('username')).trim();
    void form.submit(async () => {
      const account = await changeUsername(username.replace(/^@/, ''));
      tell(say.profile.handleChanged(account.username));
      onClose();
      onChange(account);
    });
  };
  const taken = form.problem?.code === 'username-taken' ? form.problem.sentence : form.error('username');
  return (
    <Dialog title={say.profile.handleTitle} testId="handle-dialog" onClose={onClose}>
      <ul class="points">
        {say.profile.handleConsequences.map(one => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <form class="form" onSubmit={submit} data-testid="handle-form">
        {form.problem && !taken && <ProblemNotice problem={form.problem} />}
        <TextField
          label={say.profile.newHandle}
          error={taken}
          name="username"
          required
          maxLength={30}
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          data-testid="handle-username"
        />
        <div class="dialog__actions">
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button class="button button--primary" disabled={form.busy} data-testid="handle-submit">
            {form.busy ? words.saving : say.change}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
