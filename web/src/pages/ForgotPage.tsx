import { useState } from 'preact/hooks';
import { askForReset } from '../api/identity/recovery';
import { TextField } from '../parts/Field';
import { Empty, ProblemNotice } from '../parts/Notice';
import { useTitle } from '../parts/title';
import { useForm } from '../parts/useForm';
import { words } from '../words';
import { entrance as say } from '../words/entrance';
import { Entrance, OtherDoor } from './entrance/Entrance';
import { Submit } from './entrance/Submit';

/** Sends a link to set a new password, and never says whether there is such an account. */
export default function ForgotPage() {
  useTitle(say.titles.forgot);
  const form = useForm();
  const [sent, setSent] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const login = String(new FormData(event.currentTarget as HTMLFormElement).get('login')).trim();
    void form.submit(async () => {
      await askForReset(login);
      setSent(true);
    });
  };
  if (sent) {
    return (
      <Empty icon="check" title={say.linkSent} hint={say.linkSentHint} testId="forgot-sent" main>
        <a class="button" href="/login">
          {say.back}
        </a>
      </Empty>
    );
  }
  return (
    <Entrance title={say.forgotTitle} hint={say.forgotHint}>
      <form class="entrance__form" onSubmit={submit} data-testid="forgot-form">
        {form.problem && <ProblemNotice problem={form.problem} />}
        <TextField
          label={words.login}
          name="login"
          required
          autoComplete="username"
          autoCapitalize="none"
          spellcheck={false}
          data-testid="forgot-login"
        />
        <Submit busy={form.busy} name={say.sendLink} testId="forgot-submit" />
      </form>
      <OtherDoor path="/login" name={say.back} />
    </Entrance>
  );
}
