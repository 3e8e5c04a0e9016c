import { useEffect, useRef, useState } from 'preact/hooks';
import { signIn, signInWithPasskey, type Step } from '../../api/identity/signIn';
import { passkeysFillIn, passkeysWork } from '../../api/identity/webauthn';
import { isAbort, problemOf, type Problem } from '../../api/problem';
import { PasswordField, TextField } from '../../parts/Field';
import { Icon } from '../../parts/Icon';
import { ProblemNotice } from '../../parts/Notice';
import { useForm } from '../../parts/useForm';
import { words } from '../../words';
import { entrance as say } from '../../words/entrance';
import { Submit } from './Submit';

interface SignInProps {
  onStep: (step: Step) => void;
}

/** A password, or a passkey: by its button, or where the browser fills in the name. */
export function SignInForm({ onStep }: SignInProps) {
  const form = useForm();
  const quiet = useQuietPasskey(onStep);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    void form.submit(async () =>
      onStep(await signIn(String(fields.get('login')).trim(), String(fields.get('password')))),
    );
  };
  const byPasskey = (): Promise<void> =>
    form.submit(async () => {
      // A browser answers one question about passkeys at a time.
      quiet.stop();
      onStep(await signInWithPasskey());
    });
  const problem = form.problem ?? quiet.problem;
  return (
    <>
      <form class="entrance__form" onSubmit={submit} data-testid="login-form">
        {problem && <ProblemNotice problem={problem} />}
        <TextField
          label={words.login}
          name="login"
          required
          autoComplete="username webauthn"
          autoCapitalize="none"
          spellcheck={false}
          data-testid="login-name"
        />
        <PasswordField
          label={words.password}
          name="password"
          required
          autoComplete="current-password"
          data-testid="login-password"
        />
        <Submit busy={form.busy} name={words.signIn} testId="login-submit" />
        <a class="entrance__link entrance__small" href="/forgot" data-testid="login-forgot">
          {say.forgot}
        </a>
      </form>
      {passkeysWork() && (
        <button
          type="button"
          class="button button--wide"
          disabled={form.busy}
          onClick={() => void byPasskey()}
          data-testid="login-passkey"
        >
          <Icon name="key" size={20} />
          {say.usePasskey}
        </button>
      )}
    </>
  );
}

/** Lets the browser offer passkeys in the field of the name, as long as the form is shown. */
function useQuietPasskey(onStep: (step: Step) => void) {
  const [problem, setProblem] = useState<Problem>();
  const asking = useRef<AbortController | undefined>(undefined);
  useEffect(() => {
    const mine = (asking.current = new AbortController());
    const ask = async (): Promise<void> => {
      if (!(await passkeysFillIn()) || mine.signal.aborted) return;
      onStep(await signInWithPasskey({ signal: mine.signal, quietly: true }));
    };
    ask().catch(thrown => {
      // Nobody asked for it, so only what somebody chose and what was then refused is worth a word.
      if (isAbort(thrown) || mine.signal.aborted) return;
      const met = problemOf(thrown);
      if (met.status >= 400 && met.status < 500 && met.status !== 429 && met.status !== 404) setProblem(met);
    });
    return () => mine.abort();
  }, []);
  return { problem, stop: () => asking.current?.abort() };
}
