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
import { today } from './entrance/age';
import { Entrance } from './entrance/Entrance';
import { Policies } from './entrance/Policies';
import { USUAL_RULES } from './entrance/rules';
import { Submit } from './entrance/Submit';
import { NoSecret, useSecret } from './entrance/useSecret';
import { useLeaveWhenSignedIn } from './leave';

/** Finishes an account for somebody whom another provider sent. */
export default function WelcomePage() {
  useTitle(say.titles.welcome);
  useLeaveWhenSignedIn();
  const ticket = useSecret('ticket');
  const rules = useLoaded(registrationRules).data ?? USUAL_RULES;
  const form = useForm();
  const [name] = useState(() => currentPlace().secrets.get('name') ?? '');
  const latest = useRef(today()).current;
  if (!ticket) return <NoSecret />;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    const fields = new FormData(element);
    const text = (name: string): string => String(fields.get(name)).trim();
    const displayName = text('displayName');
    await form.submit(() =>
      createFederatedAccount({
        ticket,
        username: text('username'),
        birthDate: text('birthDate'),
        ...(displayName && { displayName }),
      }),
    );
    focusRefused(element);
  };
  const taken = form.problem?.code === 'username-taken' ? form.problem.sentence : undefined;
  const atField = taken ?? ['username', 'birthDate', 'displayName'].find(name => form.error(name));
  return (
    <Entrance title={say.almost} hint={say.almostHint}>
      <form class="entrance__form" onSubmit={event => void submit(event)} data-testid="welcome-form">
        {form.problem && !atField && <ProblemNotice problem={form.problem} />}
        <TextField
          label={words.birthDate}
          hint={say.birthDateHint}
          error={form.error('birthDate')}
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
          error={taken ?? form.error('username')}
          name="username"
          required
          maxLength={30}
          autoComplete="username"
          autoCapitalize="none"
          spellcheck={false}
          data-testid="welcome-username"
        />
        <TextField
          label={words.displayName}
          error={form.error('displayName')}
          optional
          name="displayName"
          defaultValue={name}
          maxLength={50}
          autoComplete="name"
          data-testid="welcome-display-name"
        />
        <Policies policies={rules.policies} />
        <Submit busy={form.busy} name={words.register} testId="welcome-submit" />
      </form>
    </Entrance>
  );
}
