import { useState } from 'preact/hooks';
import { registrationRules } from '../api/identity/registration';
import type { RegistrationRules } from '../api/identity/types';
import { Loaded } from '../parts/identity/Loaded';
import { useLoaded } from '../parts/identity/useLoaded';
import { Empty } from '../parts/Notice';
import { useTitle } from '../parts/title';
import { usePlace } from '../router/router';
import { entrance as say } from '../words/entrance';
import { words } from '../words';
import { Entrance, OtherDoor } from './entrance/Entrance';
import { ParentForm } from './entrance/ParentForm';
import { Providers } from './entrance/Providers';
import { RegisterForm } from './entrance/RegisterForm';
import { useLeaveWhenSignedIn } from './leave';

export default function RegisterPage() {
  useTitle(say.titles.register);
  useLeaveWhenSignedIn();
  const rules = useLoaded(registrationRules);
  return (
    <Loaded of={rules} failed={say.titles.register} testId="registration" lines={6}>
      {known => <Registration rules={known} />}
    </Loaded>
  );
}

function Registration({ rules }: { rules: RegistrationRules }) {
  const { secrets, query } = usePlace();
  const [invite] = useState(() => inviteIn(secrets) ?? inviteIn(query));
  const [young, setYoung] = useState(false);
  const [waiting, setWaiting] = useState<string>();
  if (waiting) {
    return <Empty icon="check" title={say.waiting} hint={say.waitingHint(waiting)} testId="register-waiting" main />;
  }
  if (rules.mode === 'closed' && !invite) {
    return (
      <Empty icon="lock" title={say.closed} hint={say.closedHint} testId="register-closed" main>
        <a class="button button--primary" href="/login">
          {words.signIn}
        </a>
      </Empty>
    );
  }
  if (young) {
    return (
      <Entrance title={say.young} hint={say.youngHint(String(rules.minimumAge))} testId="register-young">
        <ParentForm />
        <button class="button button--quiet" onClick={() => setYoung(false)} data-testid="register-mistyped">
          {say.mistyped}
        </button>
      </Entrance>
    );
  }
  return (
    <Entrance title={say.welcome} hint={hintOf(rules, invite)}>
      <RegisterForm rules={rules} invite={invite} onYoung={() => setYoung(true)} onWaiting={setWaiting} />
      <Providers list={rules.providers} />
      <OtherDoor question={say.haveAccount} path="/login" name={words.signIn} />
    </Entrance>
  );
}

function inviteIn(place: URLSearchParams): string | null {
  return place.get('invite') ?? place.get('code') ?? place.get('token');
}

function hintOf(rules: RegistrationRules, invite: string | null): string {
  if (invite) return say.invited;
  return rules.mode === 'approval' ? say.approvalHint : say.welcomeHint;
}
