import { useState } from 'preact/hooks';
import { claimProgram } from '../api/identity/registration';
import { enterAnew } from '../api/identity/signIn';
import type { Account } from '../api/types';
import { Empty, ProblemNotice } from '../parts/Notice';
import { RequireSignIn } from '../parts/RequireSignIn';
import { useTitle } from '../parts/title';
import { useForm } from '../parts/useForm';
import { entrance as say } from '../words/entrance';
import { Entrance } from './entrance/Entrance';
import { Submit } from './entrance/Submit';
import { forgetSecret, NoSecret, useSecret } from './entrance/useSecret';

/** Makes somebody the first administrator, by the link that the program printed. */
export default function ClaimPage() {
  useTitle(say.titles.claim);
  const token = useSecret('token');
  if (!token) return <NoSecret />;
  return (
    <RequireSignIn reason={say.claimSignIn}>{account => <Claim token={token} account={account} />}</RequireSignIn>
  );
}

function Claim({ token, account }: { token: string; account: Account }) {
  const form = useForm();
  const [done, setDone] = useState(false);
  if (done) {
    return (
      <Empty icon="check" title={say.claimed} hint={say.claimedHint} testId="claimed" main>
        <a class="button button--primary" href="/admin">
          {say.toAdmin}
        </a>
      </Empty>
    );
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void form.submit(async () => {
      await claimProgram(token);
      forgetSecret();
      await enterAnew();
      setDone(true);
    });
  };
  return (
    <Entrance title={say.claimTitle} hint={say.claimHint(account.username)}>
      <form class="entrance__form" onSubmit={submit} data-testid="claim-form">
        {form.problem && <ProblemNotice problem={form.problem} />}
        <Submit busy={form.busy} name={say.claim} testId="claim-submit" />
      </form>
    </Entrance>
  );
}
