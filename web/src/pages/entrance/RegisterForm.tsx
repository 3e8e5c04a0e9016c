import { useRef, useState } from 'preact/hooks';
import { newKey } from '../../api/call';
import { createAccount, passkeyForNewAccount } from '../../api/identity/registration';
import { signIn, signInWithPasskey } from '../../api/identity/signIn';
import type { NewAccount, RegistrationRules } from '../../api/identity/types';
import { passkeysWork } from '../../api/identity/webauthn';
import { PasswordField, TextField } from '../../parts/Field';
import { ProblemNotice } from '../../parts/Notice';
import { focusRefused, useForm } from '../../parts/useForm';
import { navigate } from '../../router/router';
import { tell } from '../../shell/toasts';
import { language, words } from '../../words';
import { entrance as say } from '../../words/entrance';
import { AdmissionFields } from './AdmissionFields';
import { ageOn, isWhole, today } from './age';
import { errorAt, isSaidAtField } from './errors';
import { HowToSignIn } from './HowToSignIn';
import { Policies } from './Policies';
import { Submit } from './Submit';

const FIELDS = ['username', 'email', 'password', 'birthDate', 'displayName', 'invite', 'reason'];

interface RegisterProps {
  rules: RegistrationRules;
  invite: string | null;
  /** Somebody is too young to go on alone. */
  onYoung: () => void;
  /** The account is there, but a person has to open it. */
  onWaiting: (email: string) => void;
}

/** Asks for the age first: whoever is too young for an account need not tell us anything else. */
export function RegisterForm({ rules, invite, onYoung, onWaiting }: RegisterProps) {
  const form = useForm();
  const [passkey, setPasskey] = useState(false);
  const latest = useRef(today()).current;
  const tooYoung = (birthDate: string): boolean => isWhole(birthDate) && ageOn(latest, birthDate) < rules.minimumAge;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    const account = accountOf(new FormData(element), invite);
    if (tooYoung(account.birthDate)) return onYoung();
    await form.submit(async () => {
      if (passkey) account.passkey = await passkeyForNewAccount(account.username, account.displayName);
      // What is sent again after a correction is another registration.
      const made = await createAccount(account, newKey());
      if (made.state === 'awaiting-approval') return onWaiting(account.email);
      tell(say.checkMail(account.email));
      await enter(account);
    });
    focusRefused(element);
  };
  const error = (field: string): string | undefined => errorAt(form, field);
  return (
    <form class="entrance__form" onSubmit={event => void submit(event)} data-testid="register-form">
      {form.problem && !isSaidAtField(form.problem, FIELDS) && <ProblemNotice problem={form.problem} />}
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
        onChange={event => tooYoung(event.currentTarget.value) && onYoung()}
        data-testid="register-birth-date"
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
      {passkeysWork() && <HowToSignIn passkey={passkey} onChoose={setPasskey} />}
      {!passkey && (
        <PasswordField
          label={words.password}
          hint={say.passwordHint(String(rules.passwordMin))}
          error={error('password')}
          name="password"
          required
          minLength={rules.passwordMin}
          maxLength={rules.passwordMax}
          autoComplete="new-password"
          data-testid="register-password"
        />
      )}
      <TextField
        label={words.displayName}
        error={error('displayName')}
        optional
        name="displayName"
        maxLength={50}
        autoComplete="name"
        data-testid="register-display-name"
      />
      {!invite && <AdmissionFields mode={rules.mode} error={error} />}
      <Policies policies={rules.policies} />
      <Submit busy={form.busy} name={words.register} testId="register-submit" />
    </form>
  );
}

function accountOf(fields: FormData, invite: string | null): NewAccount {
  const text = (name: string): string => String(fields.get(name) ?? '').trim();
  const displayName = text('displayName');
  const reason = text('reason');
  const code = invite ?? text('invite');
  const password = fields.get('password');
  return {
    username: text('username'),
    email: text('email'),
    birthDate: text('birthDate'),
    locale: language,
    ...(password !== null && { password: String(password) }),
    ...(displayName && { displayName }),
    ...(code && { invite: code }),
    ...(reason && { reason }),
  };
}

/** Signs in with what the account was just made with; should that fail, the account is there all the same. */
async function enter(account: NewAccount): Promise<void> {
  try {
    if (account.password !== undefined) await signIn(account.username, account.password);
    else await signInWithPasskey();
  } catch {
    tell(say.signInNow);
    navigate('/login', 'replace');
  }
}
