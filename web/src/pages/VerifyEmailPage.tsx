import { useEffect } from 'preact/hooks';
import { recogniseVisitor } from '../api/accounts';
import { verifyEmail } from '../api/identity/recovery';
import { session } from '../api/session';
import { Loaded } from '../parts/identity/Loaded';
import { useLoaded } from '../parts/identity/useLoaded';
import { Empty } from '../parts/Notice';
import { useTitle } from '../parts/title';
import { words } from '../words';
import { entrance as say } from '../words/entrance';
import { NoSecret, useSecret } from './entrance/useSecret';

export default function VerifyEmailPage() {
  useTitle(say.titles.verify);
  const token = useSecret('token');
  return token ? <Verification token={token} /> : <NoSecret />;
}

function Verification({ token }: { token: string }) {
  const verified = useLoaded(() => verifyEmail(token));
  useEffect(() => {
    if (verified.data && session.get().state === 'in') void recogniseVisitor();
  }, [verified.data]);
  return (
    <Loaded of={verified} failed={say.titles.verify} testId="verify">
      {({ email }) => (
        <Empty icon="check" title={say.verified} hint={say.verifiedHint(email)} testId="email-verified" main>
          <a class="button button--primary" href="/">
            {words.toHome}
          </a>
        </Empty>
      )}
    </Loaded>
  );
}
