import { useState } from 'preact/hooks';
import { resetPassword } from '../api/identity/recovery';
import { registrationRules } from '../api/identity/registration';
import { signedOut } from '../api/session';
import { PasswordField } from '../parts/Field';
import { useLoaded } from '../parts/identity/useLoaded';
import { Empty, ProblemNotice } from '../parts/Notice';
import { useTitle } from '../parts/title';
import { useForm } from '../parts/useForm';
import { words } from '../words';
import { entrance as say } from '../words/entrance';
import { Entrance, OtherDoor } from './entrance/Entrance';
import { USUAL_RULES } from './entrance/rules';
import { Submit } from './entrance/Submit';
import { forgetSecret, NoSecret, useSecret } from './entrance/useSecret';

export default function ResetPasswordPage() {
  useTitle(say.titles.reset);
  const token = useSecret('token');
  const form = useForm();
  const rules = useLoaded(registrationRules).data ?? USUAL_RULES;
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <Empty icon="check" title={say.resetDone} hint={say.resetDoneHint} testId="reset-done" main>
        <a class="button button--primary" href="/login">
          {words.signIn}
        </a>
      </Empty>
    );
  }
  if (!token) return <NoSecret />;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget as HTMLFormElement).get('password'));
    void form.submit(async () => {
      await resetPassword(token, password);
      forgetSecret();
      // All sessions ended, this browser's too if it had one.
      signedOut();
      setDone(true);
    });
  };
  return (
    <Entrance title={say.resetTitle} hint={say.resetHint}>
      <form class="entrance__form" onSubmit={submit} data-testid="reset-form">
        {form.problem && !form.error('password') && <ProblemNotice problem={form.problem} />}
        <PasswordField
          label={say.newPassword}
          hint={say.passwordHint(String(rules.passwordMin))}
          error={form.error('password')}
          name="password"
          required
          minLength={rules.passwordMin}
          maxLength={rules.passwordMax}
          autoComplete="new-password"
          data-testid="reset-password"
        />
        <Submit busy={form.busy} name={say.setPassword} testId="reset-submit" />
      </form>
      <OtherDoor path="/forgot" name={say.forgot} />
    </Entrance>
  );
}
