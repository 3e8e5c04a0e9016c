import { useState } from 'preact/hooks';
import { signOut } from '../api/accounts';
import { decide, isSafeRedirect, readConsent, requestIn, type Request } from '../api/identity/consent';
import type { ConsentQuestion } from '../api/identity/types';
import { Problem, problemOf } from '../api/problem';
import type { Account } from '../api/types';
import { Avatar } from '../parts/Avatar';
import { Loaded } from '../parts/identity/Loaded';
import { useLoaded } from '../parts/identity/useLoaded';
import { Empty, ProblemNotice } from '../parts/Notice';
import { RequireSignIn } from '../parts/RequireSignIn';
import { useTitle } from '../parts/title';
import { useForm } from '../parts/useForm';
import { navigate, nextHere, usePlace } from '../router/router';
import { tell } from '../shell/toasts';
import { programs as say } from '../words/programs';
import { ScopeList } from './programs/ScopeList';
import './programs/programs.css';

/** Asks a person whether a program may act for him or her. */
export default function ConsentPage() {
  useTitle(say.titles.consent);
  const request = requestIn(usePlace().query);
  if (!request) {
    return (
      <Empty
        icon="alert"
        title={say.consent.incomplete}
        hint={say.consent.incompleteHint}
        testId="consent-incomplete"
        main
      />
    );
  }
  return (
    <RequireSignIn reason={say.consent.signIn}>
      {account => <Consent request={request} account={account} />}
    </RequireSignIn>
  );
}

interface ConsentProps {
  request: Request;
  account: Account;
}

function Consent({ request, account }: ConsentProps) {
  const question = useLoaded(() => readConsent(request), request.state);
  const [decided, setDecided] = useState<boolean>();
  if (decided !== undefined) {
    return (
      <Empty
        icon={decided ? 'check' : 'lock'}
        title={say.consent.done}
        hint={decided ? say.consent.allowedHint : say.consent.deniedHint}
        testId="consent-done"
        main
      />
    );
  }
  return (
    <Loaded of={question} failed={say.failed} testId="consent" lines={6}>
      {known => <Decision question={known} request={request} account={account} onDecided={setDecided} />}
    </Loaded>
  );
}

interface DecisionProps extends ConsentProps {
  question: ConsentQuestion;
  /** Only where nobody waits for the browser, such as for a device. */
  onDecided: (allowed: boolean) => void;
}

function Decision({ question, request, account, onDecided }: DecisionProps) {
  const form = useForm();
  const { client, scopes } = question;
  const answer = (allowed: boolean): Promise<void> =>
    form.submit(async () => {
      const redirect = await decide(request, allowed ? scopes.map(scope => scope.name) : []);
      if (!redirect || request.userCode) return onDecided(allowed);
      if (!isSafeRedirect(redirect, location.origin)) throw new Problem(0, 'redirect-unsafe', say.consent.unsafe);
      location.assign(redirect);
    });
  return (
    <div class="consent" data-testid="consent">
      {client.logo ? <img class="consent__logo" src={client.logo} alt="" width={64} height={64} /> : null}
      <h1 dir="auto">{say.consent.title(client.name)}</h1>
      {client.website && (
        <p class="soft">
          <a class="linked" href={client.website} target="_blank" rel="noopener noreferrer nofollow">
            {hostOf(client.website)}
          </a>
        </p>
      )}
      <WhoIsIt account={account} />
      <ScopeList scopes={scopes} />
      {form.problem && <ProblemNotice problem={form.problem} />}
      <p class="soft consent__small">
        {say.consent.unchecked} {say.consent.revocable}
      </p>
      <div class="consent__actions">
        <button class="button" disabled={form.busy} onClick={() => void answer(false)} data-testid="consent-deny">
          {say.consent.deny}
        </button>
        <button
          class="button button--primary"
          disabled={form.busy}
          onClick={() => void answer(true)}
          data-testid="consent-allow"
        >
          {say.consent.allow}
        </button>
      </div>
    </div>
  );
}

function WhoIsIt({ account }: { account: Account }) {
  const change = async (): Promise<void> => {
    try {
      const next = nextHere();
      await signOut();
      navigate(`/login${next}`);
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <div class="consent__who" data-testid="consent-who">
      <Avatar owner={account} />
      <p>
        <small class="soft">{say.consent.as}</small>
        <br />
        <strong dir="auto">{account.displayName}</strong> @{account.username}
      </p>
      <button class="button button--quiet" onClick={() => void change()} data-testid="consent-other">
        {say.consent.other}
      </button>
    </div>
  );
}

function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return address;
  }
}
