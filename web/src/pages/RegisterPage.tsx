import { useRef } from 'preact/hooks';
import { register } from '../api/accounts';
import { newKey } from '../api/call';
import type { Problem } from '../api/problem';
import type { Registration } from '../api/types';
import { PasswordField, TextField } from '../parts/Field';
import { Logo } from '../parts/Logo';
import { ProblemNotice } from '../parts/Notice';
import { useTitle } from '../parts/title';
import { usePlace } from '../router/router';
import { words } from '../words';
import { useLeaveWhenSignedIn } from './leave';
import { focusRefused, useForm } from './useForm';
import './entrance.css';

const FIELDS = ['username', 'email', 'password', 'birthDate', 'displayName'];

/** Codes of conflicts that are about one field. */
const FIELD_OF: Record<string, string> = { 'username-taken': 'username', 'email-taken': 'email' };

export default function RegisterPage() {
  useTitle(words.titles.register);
  const form = useForm();
  const { query } = usePlace();
  useLeaveWhenSignedIn();
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    // What is sent again after a correction is another registration.
    await form.submit(() => register(registrationOf(new FormData(element)), newKey()));
    focusRefused(element);
  };
  const error = (field: string): string | undefined => {
    const problem = form.problem;
    return problem && FIELD_OF[problem.code] === field ? problem.sentence : form.error(field);
  };
  const latest = useRef(new Date().toISOString().slice(0, 10)).current;
  const next = query.get('next');
  return (
    <div class="entrance">
      <Logo size={48} />
      <h1>{words.welcome}</h1>
      <p class="soft">{words.welcomeHint}</p>
      <form class="entrance__form" onSubmit={event => void submit(event)} data-testid="register-form">
        {form.problem && !concernsFields(form.problem) && <ProblemNotice problem={form.problem} />}
        <TextField
          label={words.username}
          hint={words.usernameHint}
          error={error('username')}
          name="username"
          required
          maxLength={30}
          autoComplete="username"
          autoCapitalize="none"
          spellcheck={false}
          data-testid="register-username"
        />
        <TextField
          label={words.email}
          error={error('email')}
          name="email"
          type="email"
          required
          autoComplete="email"
          data-testid="register-email"
        />
        <PasswordField
          label={words.password}
          hint={words.passwordHint}
          error={error('password')}
          name="password"
          required
          minLength={8}
          autoComplete="new-password"
          data-testid="register-password"
        />
        <TextField
          label={words.birthDate}
          hint={words.birthDateHint}
          error={error('birthDate')}
          name="birthDate"
          type="date"
          min="1900-01-01"
          max={latest}
          required
          autoComplete="bday"
          data-testid="register-birth-date"
        />
        <TextField
          label={words.displayName}
          error={error('displayName')}
          optional
          name="displayName"
          maxLength={50}
          autoComplete="name"
          data-testid="register-display-name"
        />
        <button class="button button--primary button--wide" disabled={form.busy} data-testid="register-submit">
          {form.busy ? <span class="spinner" /> : words.register}
        </button>
      </form>
      <p class="soft">
        {words.haveAccount}{' '}
        <a class="entrance__link" href={next ? `/login?next=${encodeURIComponent(next)}` : '/login'}>
          {words.signIn}
        </a>
      </p>
    </div>
  );
}

function registrationOf(fields: FormData): Registration {
  const text = (name: string): string => String(fields.get(name) ?? '');
  const displayName = text('displayName').trim();
  return {
    username: text('username').trim(),
    email: text('email').trim(),
    password: text('password'),
    birthDate: text('birthDate'),
    ...(displayName && { displayName }),
  };
}

function concernsFields(problem: Problem): boolean {
  return FIELD_OF[problem.code] !== undefined || FIELDS.some(field => problem.field(field) !== undefined);
}
