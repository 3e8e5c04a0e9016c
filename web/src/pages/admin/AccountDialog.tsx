import { useState } from 'preact/hooks';
import { forcePasswordChange, readAccount, restore, setRoles, suspend } from '../../api/identity/admin';
import { ROLES, type KnownAccount } from '../../api/identity/adminTypes';
import { Dialog } from '../../parts/Dialog';
import { TextField } from '../../parts/Field';
import { Tick } from '../../parts/identity/Switch';
import { useLoaded } from '../../parts/identity/useLoaded';
import { ProblemNotice } from '../../parts/Notice';
import { useForm, type FormState } from '../../parts/useForm';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { admin as say } from '../../words/admin';

interface AccountProps {
  account: KnownAccount;
  onChange: (account: KnownAccount) => void;
  onClose: () => void;
}

/** What an administrator does with an account. */
export function AccountDialog({ account: listed, onChange, onClose }: AccountProps) {
  const whole = useLoaded(() => readAccount(listed.id), listed.state + listed.roles.join());
  const account = whole.data ?? listed;
  const form = useForm();
  const act = (work: () => Promise<void>, said: string): void =>
    void form.submit(async () => {
      await work();
      tell(said);
      onChange(await readAccount(account.id));
    });
  return (
    <Dialog title={`@${account.username}`} testId="account-dialog" onClose={onClose}>
      {form.problem && <ProblemNotice problem={form.problem} />}
      <p>
        <a class="linked" href={`/@${account.username}`}>
          {say.accounts.profile}
        </a>{' '}
        · <code>{account.id}</code>
        {account.email && (
          <>
            {' '}
            · <span data-testid="account-email">{account.email}</span>
          </>
        )}
      </p>
      <Roles account={account} form={form} act={act} />
      <Suspension account={account} form={form} act={act} />
      <section class="form" aria-label={say.accounts.password}>
        <h3>{say.accounts.password}</h3>
        <p class="soft">{say.accounts.forcePasswordHint}</p>
        <div class="part__actions">
          <button
            type="button"
            class="button"
            disabled={form.busy}
            onClick={() => act(() => forcePasswordChange(account.id), say.accounts.passwordForced)}
            data-testid="account-force-password"
          >
            {say.accounts.forcePassword}
          </button>
        </div>
      </section>
    </Dialog>
  );
}

interface SectionProps {
  account: KnownAccount;
  form: FormState;
  act: (work: () => Promise<void>, said: string) => void;
}

function Roles({ account, form, act }: SectionProps) {
  const [roles, choose] = useState<readonly string[]>(account.roles);
  return (
    <section class="form" aria-label={say.accounts.roles}>
      <fieldset class="ticks">
        <legend>{say.accounts.roles}</legend>
        {ROLES.map(role => (
          <Tick
            key={role}
            label={say.roles[role] ?? role}
            on={roles.includes(role)}
            testId={`role-${role}`}
            onChange={on => choose(on ? [...roles, role] : roles.filter(one => one !== role))}
          />
        ))}
      </fieldset>
      <div class="part__actions">
        <button
          type="button"
          class="button"
          disabled={form.busy}
          onClick={() => act(() => setRoles(account.id, roles), say.accounts.rolesSaved)}
          data-testid="account-save-roles"
        >
          {words.save}
        </button>
      </div>
    </section>
  );
}

function Suspension({ account, form, act }: SectionProps) {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const day = String(fields.get('until') ?? '');
    const until = day ? new Date(`${day}T00:00:00`).toISOString() : undefined;
    act(() => suspend(account.id, String(fields.get('reason')).trim(), until), say.accounts.suspended);
  };
  return (
    <section class="form" aria-label={say.accounts.suspension}>
      <h3>{say.accounts.suspension}</h3>
      {account.state === 'suspended' ? (
        <div class="note">
          <p>{say.accounts.suspendedFor(account.suspension?.reason ?? '')}</p>
          <button
            type="button"
            class="button"
            disabled={form.busy}
            onClick={() => act(() => restore(account.id), say.accounts.restored)}
            data-testid="account-restore"
          >
            {say.accounts.restore}
          </button>
        </div>
      ) : (
        <form class="form" onSubmit={submit}>
          <TextField
            label={say.accounts.reason}
            hint={say.accounts.suspendHint}
            error={form.error('reason')}
            name="reason"
            required
            maxLength={500}
            autoComplete="off"
            data-testid="suspend-reason"
          />
          <TextField label={say.accounts.until} error={form.error('until')} optional name="until" type="date" />
          <div class="part__actions">
            <button class="button button--danger" disabled={form.busy} data-testid="account-suspend">
              {say.accounts.suspend}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
