import { useState } from 'preact/hooks';
import { registrationRules } from '../api/identity/registration';
import type { Step } from '../api/identity/signIn';
import type { Method } from '../api/identity/types';
import { ReturnedProblem } from '../parts/identity/ReturnedProblem';
import { useLoaded } from '../parts/identity/useLoaded';
import { useTitle } from '../parts/title';
import { currentPlace } from '../router/router';
import { words } from '../words';
import { entrance as say } from '../words/entrance';
import { Again, useAskedAgain } from './entrance/Again';
import { Entrance, OtherDoor } from './entrance/Entrance';
import { NewPassword } from './entrance/NewPassword';
import { Providers } from './entrance/Providers';
import { SecondFactor } from './entrance/SecondFactor';
import { SignInForm } from './entrance/SignInForm';
import { useLeaveWhenSignedIn } from './leave';

const FIRST: Step = { kind: 'in' };

/** Another provider said who it is, and our second factor is still to come. */
function begun(carried: URLSearchParams): Step {
  const challenge = carried.get('challenge');
  if (!challenge) return FIRST;
  return { kind: 'second', challenge, methods: (carried.get('methods') ?? '').split(',') as Method[] };
}

export default function LoginPage() {
  useTitle(say.titles.login);
  const again = useAskedAgain();
  useLeaveWhenSignedIn(again.asking);
  const rules = useLoaded(registrationRules);
  const [step, setStep] = useState<Step>(() => begun(currentPlace().secrets));
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
      <ReturnedProblem />
      <SignInForm onStep={setStep} />
      <Providers list={rules.data?.providers} />
      {rules.data?.mode !== 'closed' && (
        <OtherDoor question={say.noAccount} path="/register" name={words.register} />
      )}
    </Entrance>
  );
}
