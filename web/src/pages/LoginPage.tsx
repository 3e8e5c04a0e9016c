import { signIn } from '../api/accounts';
import { PasswordField, TextField } from '../parts/Field';
import { Logo } from '../parts/Logo';
import { ProblemNotice } from '../parts/Notice';
import { useTitle } from '../parts/title';
import { usePlace } from '../router/router';
import { words } from '../words';
import { useForm } from './useForm';
import { useLeaveWhenSignedIn } from './leave';
import './entrance.css';

export default function LoginPage() {
  useTitle(words.titles.login);
  const form = useForm();
  const { query } = usePlace();
  useLeaveWhenSignedIn();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    void form.submit(() => signIn(String(fields.get('login')).trim(), String(fields.get('password'))));
  };
  const next = query.get('next');
  return (
    <div class="entrance">
      <Logo size={48} />
      <h1>{words.welcomeBack}</h1>
      <form class="entrance__form" onSubmit={submit} data-testid="login-form">
        {form.problem && <ProblemNotice problem={form.problem} />}
        <TextField
          label={words.login}
          name="login"
          required
          autoComplete="username"
          autoCapitalize="none"
          spellcheck={false}
          data-testid="login-name"
        />
        <PasswordField
          label={words.password}
          name="password"
          required
          autoComplete="current-password"
          data-testid="login-password"
        />
        <button class="button button--primary button--wide" disabled={form.busy} data-testid="login-submit">
          {form.busy ? <span class="spinner" /> : words.signIn}
        </button>
      </form>
      <p class="soft">
        {words.noAccount}{' '}
        <a class="entrance__link" href={next ? `/register?next=${encodeURIComponent(next)}` : '/register'}>
          {words.register}
        </a>
      </p>
    </div>
  );
}
