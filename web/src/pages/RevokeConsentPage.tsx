import { useState } from 'preact/hooks';
import { revokeParentalConsent } from '../api/identity/registration';
import { Empty, ProblemNotice } from '../parts/Notice';
import { useTitle } from '../parts/title';
import { useForm } from '../parts/useForm';
import { entrance as say } from '../words/entrance';
import { Entrance } from './entrance/Entrance';
import { forgetSecret, NoSecret, useSecret } from './entrance/useSecret';

/** A parent takes the consent back: asked once more, because the account of the child goes with it. */
export default function RevokeConsentPage() {
  useTitle(say.titles.parent);
  const token = useSecret('token');
  const form = useForm();
  const [done, setDone] = useState(false);
  if (done) return <Empty icon="check" title={say.revoked} hint={say.revokedHint} testId="consent-revoked" main />;
  if (!token) return <NoSecret />;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void form.submit(async () => {
      await revokeParentalConsent(token);
      forgetSecret();
      setDone(true);
    });
  };
  return (
    <Entrance title={say.revokeTitle} hint={say.revokeHint}>
      <form class="entrance__form" onSubmit={submit} data-testid="revoke-form">
        {form.problem && <ProblemNotice problem={form.problem} />}
        <button class="button button--danger button--wide" disabled={form.busy} data-testid="revoke-submit">
          {say.revoke}
        </button>
      </form>
    </Entrance>
  );
}
