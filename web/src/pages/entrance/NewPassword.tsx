import { signInWithNewPassword, type Step } from '../../api/identity/signIn';
import { PasswordField } from '../../parts/Field';
import { useFocusFirst } from '../../parts/identity/useFocusFirst';
import { ProblemNotice } from '../../parts/Notice';
import { useForm } from '../../parts/useForm';
import { entrance as say } from '../../words/entrance';
import { USUAL_RULES } from './rules';
import { Submit } from './Submit';

interface NewPasswordProps {
  challenge: string;
  onStep: (step: Step) => void;
}

/** The password that has to be set before the account can be used. */
export function NewPassword({ challenge, onStep }: NewPasswordProps) {
  const form = useForm();
  const place = useFocusFirst<HTMLFormElement>();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget as HTMLFormElement).get('password'));
    void form.submit(async () => onStep(await signInWithNewPassword(challenge, password)));
  };
  return (
    <form ref={place} class="entrance__form" onSubmit={submit} data-testid="new-password-form">
      {form.problem && !form.error('password') && <ProblemNotice problem={form.problem} />}
      <PasswordField
        label={say.newPassword}
        hint={say.passwordHint(String(USUAL_RULES.passwordMin))}
        error={form.error('password')}
        name="password"
        required
        minLength={USUAL_RULES.passwordMin}
        autoComplete="new-password"
        data-testid="new-password"
      />
      <Submit busy={form.busy} name={say.setPassword} testId="new-password-submit" />
    </form>
  );
}
