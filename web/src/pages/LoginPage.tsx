import { useState } from 'preact/hooks';
import { registrationRules } from '../api/identity/registration';
import type { Step } from '../api/identity/signIn';
import type { Method } from '../api/identity/types';
import { useLoaded } from '../parts/identity/useLoaded';
import { ProblemNotice } from '../parts/Notice';
import { useTitle } from '../parts/title';
import { currentPlace } from '../router/router';
import { words } from '../words';
import { entrance as say } from '../words/entrance';
import { Again, useAskedAgain } from './entrance/Again';
import { sentBack } from './entrance/sentBack';
import { Entrance, OtherDoor } from './entrance/Entrance';
import { NewPassword } from './entrance/NewPassword';
import { Providers } from './entrance/Providers';
import { SecondFactor } from './entrance/SecondFactor';
import { SignInForm } from './entrance/SignInForm';
import { useLeaveWhenSignedIn } from './leave';

const FIRST: Step = { kind: 'in' };

/** Whom another provider sent may have a second factor here. */
function sent(secrets: URLSearchParams): Step {
  const challenge = secrets.get('challenge');
  const methods = (secrets.get('methods') ?? '').split(',') as Method[];
  return challenge ? { kind: 'second', challenge, methods } : FIRST;
}

export default function LoginPage() {
  useTitle(say.titles.login);
  const again = useAskedAgain();
  useLeaveWhenSignedIn(again.asking);
  const rules = useLoaded(registrationRules);
  const [secrets] = useState(() => currentPlace().secrets);
  const [step, setStep] = useState<Step>(() => sent(secrets));
  const back = (): void => setStep(FIRST);
  if (again.asking && again.account) return <Again account={again.account} onProven={again.proven} />;
  if (step.kind === 'second') {
    return (
      <Entrance title={say.secondFactor} testId="second-factor">
        <SecondFactor challenge={step.challenge} methods={step.methods} onStep={setStep} onBack={back} />
      </Entrance>
    );
  }
  if (step.kind === 'new-password') {
    return (
      <Entrance title={say.chooseNew} hint={say.chooseNewHint} testId="password-change">
        <NewPassword challenge={step.challenge} onStep={setStep} />
      </Entrance>
    );
  }
  return (
    <Entrance title={say.welcomeBack}>
      {secrets.has('problem') && <ProblemNotice problem={sentBack(secrets)} />}
      <SignInForm onStep={setStep} />
      <Providers list={rules.data?.providers} />
      {rules.data?.mode !== 'closed' && (
        <OtherDoor question={say.noAccount} path="/register" name={words.register} />
      )}
    </Entrance>
  );
}
