import { useState } from 'preact/hooks';
import { recogniseVisitor } from '../api/accounts';
import { confirmEmailChange } from '../api/identity/recovery';
import { Empty, ProblemNotice } from '../parts/Notice';
import { useTitle } from '../parts/title';
import { useForm } from '../parts/useForm';
import { entrance as say } from '../words/entrance';
import { Entrance } from './entrance/Entrance';
import { Submit } from './entrance/Submit';
import { forgetSecret, NoSecret, useSecret } from './entrance/useSecret';

/** Waits for a press: programs that look through letters open links too, and must not move an account. */
export default function ConfirmEmailPage() {
  useTitle(say.titles.verify);
  const token = useSecret('token');
  const form = useForm();
  const [state, setState] = useState<'half-confirmed' | 'changed'>();
  if (state) {
    const changed = state === 'changed';
    return (
      <Empty
        icon="check"
        title={changed ? say.changed : say.halfConfirmed}
        hint={changed ? say.changedHint : say.halfConfirmedHint}
        testId={changed ? 'email-changed' : 'email-half-confirmed'}
        main
      >
        <a class="button button--primary" href="/settings/account">
          {say.toSettings}
        </a>
      </Empty>
    );
  }
  if (!token) return <NoSecret />;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void form.submit(async () => {
      const answer = await confirmEmailChange(token);
      forgetSecret();
      void recogniseVisitor();
      setState(answer.state);
    });
  };
  return (
    <Entrance title={say.confirmChange} hint={say.confirmChangeHint}>
      <form class="entrance__form" onSubmit={submit} data-testid="confirm-email-form">
        {form.problem && <ProblemNotice problem={form.problem} />}
        <Submit busy={form.busy} name={say.confirmIt} testId="confirm-email-submit" />
      </form>
    </Entrance>
  );
}
