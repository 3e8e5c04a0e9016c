import { useState } from 'preact/hooks';
import { problemOf } from '../api/problem';
import { answerFollowRequest, readFollowRequests } from '../api/social/graph';
import type { Person } from '../api/social/types';
import { People } from '../parts/people/People';
import { RequireSignIn } from '../parts/RequireSignIn';
import { useTitle } from '../parts/title';
import { tell } from '../shell/toasts';
import { words } from '../words';
import { people as say } from '../words/people';

/** Who would like to follow the owner of a private account. */
export default function FollowRequestsPage() {
  useTitle(words.social.followRequests);
  return (
    <RequireSignIn reason={say.signInToAnswer}>
      {account => (
        <div class="reading">
          <h1 class="page__title">{words.social.followRequests}</h1>
          {!account.privateAccount && (
            <p class="soft follows__hint">
              {say.notPrivate} <a class="linked" href="/settings/profile">{words.settings}</a>
            </p>
          )}
          <People
            read={readFollowRequests}
            of="requests"
            empty={say.noRequests}
            action={(person, gone) => <Answer person={person} gone={gone} />}
          />
        </div>
      )}
    </RequireSignIn>
  );
}

function Answer({ person, gone }: { person: Person; gone: () => void }) {
  const [busy, setBusy] = useState(false);
  const name = person.username ?? '';
  const answer = async (accept: boolean): Promise<void> => {
    setBusy(true);
    try {
      await answerFollowRequest(person.id, accept);
      gone();
      tell(accept ? say.accepted(name) : say.declined(name));
    } catch (thrown) {
      const problem = problemOf(thrown);
      // Taken back meanwhile.
      if (problem.status === 404) gone();
      else tell(problem.sentence);
      setBusy(false);
    }
  };
  return (
    <>
      <button
        class="button button--small button--primary"
        disabled={busy}
        aria-label={say.acceptOf(name)}
        onClick={() => void answer(true)}
        data-testid="request-accept"
      >
        {say.accept}
      </button>
      <button
        class="button button--small"
        disabled={busy}
        aria-label={say.declineOf(name)}
        onClick={() => void answer(false)}
        data-testid="request-decline"
      >
        {say.decline}
      </button>
    </>
  );
}
