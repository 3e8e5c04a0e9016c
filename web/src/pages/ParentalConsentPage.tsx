import { useRef, useState } from 'preact/hooks';
import {
  giveParentalConsent,
  readParentalRequest,
  registrationRules,
  type ParentalConsent,
} from '../api/identity/registration';
import { PasswordField, TextField } from '../parts/Field';
import { Loaded } from '../parts/identity/Loaded';
import { Tick } from '../parts/identity/Switch';
import { useLoaded } from '../parts/identity/useLoaded';
import { Empty, ProblemNotice } from '../parts/Notice';
import { useTitle } from '../parts/title';
import { focusRefused, useForm } from '../parts/useForm';
import { words } from '../words';
import { entrance as say } from '../words/entrance';
import { today } from './entrance/age';
import { Entrance } from './entrance/Entrance';
import { ParentForm } from './entrance/ParentForm';
import { Policies } from './entrance/Policies';
import { USUAL_RULES } from './entrance/rules';
import { Submit } from './entrance/Submit';
import { forgetSecret, useSecret } from './entrance/useSecret';

/** A child asks a parent here; the parent, who comes by the link of the letter, creates the account. */
export default function ParentalConsentPage() {
  useTitle(say.titles.parent);
  const token = useSecret('token');
  const rules = useLoaded(registrationRules).data ?? USUAL_RULES;
  if (token) return <ParentsSide token={token} />;
  return (
    <Entrance title={say.young} hint={say.youngHint(String(rules.minimumAge))}>
      <ParentForm />
    </Entrance>
  );
}

function ParentsSide({ token }: { token: string }) {
  const request = useLoaded(() => readParentalRequest(token));
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <Empty icon="check" title={say.childCreated} hint={say.childCreatedHint} testId="child-created" main>
        <a class="button button--primary" href="/login">
          {words.signIn}
        </a>
      </Empty>
    );
  }
  return (
    <Loaded of={request} failed={say.parentTitle} testId="parental" lines={6}>
      {() => (
        <Entrance title={say.parentTitle} hint={say.parentHint}>
          <ChildForm token={token} onDone={() => setDone(true)} />
        </Entrance>
      )}
    </Loaded>
  );
}

function ChildForm({ token, onDone }: { token: string; onDone: () => void }) {
  const form = useForm();
  const [agrees, setAgrees] = useState(false);
  const latest = useRef(today()).current;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const element = event.currentTarget as HTMLFormElement;
    await form.submit(async () => {
      await giveParentalConsent(consentOf(token, new FormData(element)));
      forgetSecret();
      onDone();
    });
    focusRefused(element);
  };
  const error = (name: string): string | undefined => form.error(`child.${name}`) ?? form.error(name);
  const taken = form.problem?.code === 'username-taken' ? form.problem.sentence : undefined;
  const atField = taken ?? ['username', 'password', 'birthDate', 'displayName', 'parentName'].find(error);
  return (
    <form class="entrance__form" onSubmit={event => void submit(event)} data-testid="child-form">
      {form.problem && !atField && <ProblemNotice problem={form.problem} />}
      <TextField
        label={say.parentName}
        error={error('parentName')}
        name="parentName"
        required
        maxLength={100}
        autoComplete="name"
        data-testid="parent-name"
      />
      <TextField
        label={say.childBirthDate}
        error={error('birthDate')}
        name="birthDate"
        type="date"
        min="1900-01-01"
        max={latest}
        required
        autoComplete="off"
        data-testid="child-birth-date"
      />
      <TextField
        label={say.childUsername}
        hint={say.usernameHint}
        error={taken ?? error('username')}
        name="username"
        required
        maxLength={30}
        autoComplete="off"
        autoCapitalize="none"
        spellcheck={false}
        data-testid="child-username"
      />
      <PasswordField
        label={say.childPassword}
        hint={say.passwordHint(String(USUAL_RULES.passwordMin))}
        error={error('password')}
        name="password"
        required
        minLength={USUAL_RULES.passwordMin}
        autoComplete="new-password"
        data-testid="child-password"
      />
      <TextField
        label={say.childDisplayName}
        error={error('displayName')}
        optional
        name="displayName"
        maxLength={50}
        autoComplete="off"
        data-testid="child-display-name"
      />
      <Tick label={say.parentAgrees} on={agrees} testId="parent-agrees" onChange={setAgrees} />
      <Policies policies={[]} />
      <Submit busy={form.busy} disabled={!agrees} name={say.createChild} testId="child-submit" />
    </form>
  );
}

function consentOf(token: string, fields: FormData): ParentalConsent {
  const text = (name: string): string => String(fields.get(name)).trim();
  const displayName = text('displayName');
  return {
    token,
    parentName: text('parentName'),
    child: {
      username: text('username'),
      password: String(fields.get('password')),
      birthDate: text('birthDate'),
      ...(displayName && { displayName }),
    },
  };
}
