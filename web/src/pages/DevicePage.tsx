import { useState } from 'preact/hooks';
import { enterUserCode } from '../api/identity/consent';
import { CodeField } from '../parts/identity/CodeField';
import { useFocusFirst } from '../parts/identity/useFocusFirst';
import { Empty, ProblemNotice } from '../parts/Notice';
import { RequireSignIn } from '../parts/RequireSignIn';
import { useTitle } from '../parts/title';
import { useForm } from '../parts/useForm';
import { isPage, ownAddress } from '../router/paths';
import { navigate, usePlace } from '../router/router';
import { programs as say } from '../words/programs';
import { Entrance } from './entrance/Entrance';
import { Submit } from './entrance/Submit';
import { normalCode } from './programs/userCode';

/** Connects a device that has no keyboard of its own: its code leads to the question whether it may. */
export default function DevicePage() {
  useTitle(say.titles.device);
  return <RequireSignIn reason={say.device.signIn}>{() => <Device />}</RequireSignIn>;
}

function Device() {
  const form = useForm();
  const { query } = usePlace();
  const place = useFocusFirst<HTMLFormElement>();
  // The server sends a browser that followed its own redirects back here.
  const [state, setState] = useState(query.get('state'));
  if (state) {
    const allowed = state === 'allowed';
    return (
      <Empty
        icon={allowed ? 'check' : 'lock'}
        title={say.consent.done}
        hint={allowed ? say.consent.allowedHint : say.consent.deniedHint}
        testId="device-done"
        main
      />
    );
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget as HTMLFormElement).get('code'));
    void form.submit(async () => {
      const next = await enterUserCode(normalCode(typed));
      if (!next) return setState('allowed');
      const own = ownAddress(next.replace(location.origin, ''), location.origin);
      if (isPage(new URL(own, location.origin).pathname)) navigate(own);
      else location.assign(own);
    });
  };
  return (
    <Entrance title={say.device.title} hint={say.device.hint} testId="device">
      <form ref={place} class="entrance__form" onSubmit={submit} data-testid="device-form">
        {form.problem && <ProblemNotice problem={form.problem} />}
        <CodeField
          label={say.device.code}
          hint={say.device.warning}
          digits={false}
          value={query.get('user_code') ?? ''}
          testId="device-code"
        />
        <Submit busy={form.busy} name={say.device.go} testId="device-submit" />
      </form>
    </Entrance>
  );
}
