import { useRef, useState } from 'preact/hooks';
import { changePassword } from '../../api/identity/recovery';
import { readSecurity } from '../../api/identity/security';
import type { Account } from '../../api/types';
import { PasswordField } from '../../parts/Field';
import { HiddenUsername } from '../../parts/identity/HiddenUsername';
import { Loaded } from '../../parts/identity/Loaded';
import { Part } from '../../parts/identity/Part';
import { useLoaded } from '../../parts/identity/useLoaded';
import { ProblemNotice } from '../../parts/Notice';
import { focusRefused, useForm } from '../../parts/useForm';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { age } from '../../words/figures';
import { settings as say } from '../../words/settings';

/** Codes that mean the present password. */
const WRONG = new Set(['wrong-credentials', 'wrong-password']);

export function PasswordPart({ account }: { account: Account }) {
  const security = useLoaded(readSecurity);
  const [changing, setChanging] = useState(false);
  return (
    <Loaded of={security} failed={say.failed} testId="password">
      {({ password }) => (
        <Part
          title={say.account.password}
          hint={password ? say.account.passwordHint(age(password.changedAt)) : say.account.noPassword}
          testId="password"
          action={
            !changing && (
              <button class="button" onClick={() => setChanging(true)} data-testid="password-change">
                {password ? say.account.changePassword : say.account.setPassword}
              </button>
            )
          }
        >
          {changing && (
            <PasswordForm
              has={password !== null}
              username={account.username}
              onClose={() => setChanging(false)}
              onChange={security.reload}
            />
          )}
        </Part>
      )}
    </Loaded>
  );
}

interface FormProps {
  /** Whether there is one already. */
  has: boolean;
  username: string;
  onClose: () => void;
  onChange: () => Promise<void>;
}

function PasswordForm({ has, username, onClose, onChange }: FormProps) {
  const form = useForm();
  const element = useRef<HTMLFormElement>(null);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(element.current ?? undefined);
    await form.submit(async () => {
      await changePassword(String(fields.get('current') ?? ''), String(fields.get('password')));
      tell(say.account.passwordChanged);
      onClose();
      await onChange();
    });
    focusRefused(element.current);
  };
  const wrong = form.problem && WRONG.has(form.problem.code) ? say.problems['wrong-password'] : form.error('current');
  return (
    <form ref={element} class="part__form" onSubmit={event => void submit(event)} data-testid="password-form">
      {form.problem && !wrong && !form.error('password') && <ProblemNotice problem={form.problem} />}
      <HiddenUsername username={username} />
      {has && (
        <PasswordField
          label={say.account.current}
          error={wrong}
          name="current"
          required
          autoComplete="current-password"
          data-testid="password-current"
        />
      )}
      <PasswordField
        label={say.account.next}
        hint={say.account.nextHint}
        error={form.error('password')}
        name="password"
        required
        minLength={8}
        autoComplete="new-password"
        data-testid="password-next"
      />
      <div class="part__actions">
        <button class="button button--primary" disabled={form.busy} data-testid="password-submit">
          {form.busy ? words.saving : words.save}
        </button>
        <button type="button" class="button button--quiet" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
