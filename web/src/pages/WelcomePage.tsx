import { useRef, useState } from 'preact/hooks';
import { createFederatedAccount, registrationRules } from '../api/identity/registration';
import { TextField } from '../parts/Field';
import { useLoaded } from '../parts/identity/useLoaded';
import { ProblemNotice } from '../parts/Notice';
import { useTitle } from '../parts/title';
import { focusRefused, useForm } from '../parts/useForm';
import { currentPlace } from '../router/router';
import { words } from '../words';
import { entrance as say } from '../words/entrance';
import { AdmissionFields } from './entrance/AdmissionFields';
import { today } from './entrance/age';
import { Entrance } from './entrance/Entrance';
import { errorAt, isSaidAtField } from './entrance/errors';
import { Policies } from './entrance/Policies';
import { USUAL_RULES } from './entrance/rules';
import { Submit } from './entrance/Submit';
import { NoSecret, useSecret } from './entrance/useSecret';
import { useLeaveWhenSignedIn } from './leave';

const FIELDS = ['username', 'birthDate', 'displayName', 'invite', 'reason'];

/** Finishes an account for somebody whom another provider sent. */
export default function WelcomePage() {
  useTitle(say.titles.welcome);
  useLeaveWhenSignedIn();
  const ticket = useSecret('ticket');
  const rules = useLoaded(registrationRules).data ?? USUAL_RULES;
  const form = useForm();
  // What the provider told of the person; an address that it told is not asked for again.
  const [told] = useState(() => currentPlace().secrets);
  const asked = told.has('email') ? FIELDS : [...FIELDS, 'email'];
  const latest = useRef(today()).current;
  if (!ticket) return <NoSecret />;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    const fields = new FormData(element);
    const text = (name: string): string => String(fields.get(name) ?? '').trim();
    const optional = (name: string): Record<string, string> => (text(name) ? { [name]: text(name) } : {});
    await form.submit(() =>
      createFederatedAccount({
        ticket,
        username: text('username'),
        birthDate: text('birthDate'),
        ...optional('email'),
        ...optional('displayName'),
        ...optional('invite'),
        ...optional('reason'),
      }),
    );
    focusRefused(element);
  };
  const error = (field: string): string | undefined => errorAt(form, field);
  return (
    <Entrance title={say.almost} hint={say.almostHint}>
      <form class="entrance__form" onSubmit={event => void submit(event)} data-testid="welcome-form">
        {form.problem && !isSaidAtField(form.problem, asked) && <ProblemNotice problem={form.problem} />}
        <TextField
          label={words.birthDate}
          hint={say.birthDateHint}
          error={error('birthDate')}
          name="birthDate"
          type="date"
          min="1900-01-01"
          max={latest}
          required
          autoComplete="bday"
          data-testid="welcome-birth-date"
        />
        <TextField
          label={words.username}
          hint={say.usernameHint}
          error={error('username')}
          name="username"
          required
          maxLength={30}
          autoComplete="username"
          autoCapitalize="none"
          spellcheck={false}
          data-testid="welcome-username"
        />
        {!told.has('email') && (
          <TextField
            label={words.email}
            error={error('email')}
            name="email"
            type="email"
            required
            autoComplete="email"
            data-testid="welcome-email"
          />
        )}
        <TextField
          label={words.displayName}
          error={error('displayName')}
          optional
          name="displayName"
          defaultValue={told.get('name') ?? ''}
          maxLength={50}
          autoComplete="name"
          data-testid="welcome-display-name"
        />
        <AdmissionFields mode={rules.mode} error={error} />
        <Policies policies={rules.policies} />
        <Submit busy={form.busy} name={words.register} testId="welcome-submit" />
      </form>
    </Entrance>
  );
}
