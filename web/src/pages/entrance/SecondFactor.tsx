import { useState } from 'preact/hooks';
import { signInWithCode, signInWithPasskey, type Step } from '../../api/identity/signIn';
import type { Method } from '../../api/identity/types';
import { passkeysWork } from '../../api/identity/webauthn';
import { CodeField } from '../../parts/identity/CodeField';
import { useFocusFirst } from '../../parts/identity/useFocusFirst';
import { Icon } from '../../parts/Icon';
import { ProblemNotice } from '../../parts/Notice';
import { useForm } from '../../parts/useForm';
import { entrance as say } from '../../words/entrance';
import { Submit } from './Submit';

interface SecondProps {
  challenge: string;
  methods: readonly Method[];
  onStep: (step: Step) => void;
  onBack: () => void;
}

/** The second factor of an account: what its owner has besides knowing the password. */
export function SecondFactor({ challenge, methods, onStep, onBack }: SecondProps) {
  const usable = methods.filter(method => method !== 'passkey' || passkeysWork());
  const [method, setMethod] = useState<Method>(usable[0] ?? 'totp');
  const form = useForm();
  const byCode = (code: string): Promise<void> =>
    form.submit(async () => onStep(await signInWithCode(challenge, method, code)));
  const byPasskey = (): Promise<void> => form.submit(async () => onStep(await signInWithPasskey({}, challenge)));
  return (
    <>
      <p class="soft">{say.secondHints[method]}</p>
      {form.problem && <ProblemNotice problem={form.problem} />}
      {method === 'passkey' ? (
        <button
          type="button"
          class="button button--primary button--wide"
          disabled={form.busy}
          onClick={() => void byPasskey()}
          data-testid="second-passkey"
        >
          <Icon name="key" size={20} />
          {say.otherMethods.passkey}
        </button>
      ) : (
        <CodeForm key={method} method={method} busy={form.busy} onCode={code => void byCode(code)} />
      )}
      <div class="entrance__others">
        {usable
          .filter(other => other !== method)
          .map(other => (
            <button
              key={other}
              type="button"
              class="button button--quiet"
              onClick={() => setMethod(other)}
              data-testid={`second-by-${other}`}
            >
              {say.otherMethods[other]}
            </button>
          ))}
        <button type="button" class="button button--quiet" onClick={onBack} data-testid="second-back">
          {say.back}
        </button>
      </div>
    </>
  );
}

interface CodeProps {
  method: Method;
  busy: boolean;
  onCode: (code: string) => void;
}

function CodeForm({ method, busy, onCode }: CodeProps) {
  const place = useFocusFirst<HTMLFormElement>();
  const digits = method === 'totp';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onCode(String(new FormData(event.currentTarget as HTMLFormElement).get('code')).trim());
  };
  return (
    <form ref={place} class="entrance__form" onSubmit={submit} data-testid="second-form">
      <CodeField label={digits ? say.code : say.recoveryCode} digits={digits} testId="second-code" />
      <Submit busy={busy} name={say.confirm} testId="second-submit" />
    </form>
  );
}
