import { useState } from 'preact/hooks';
import { Problem } from '../../api/problem';
import { askPasskey, proveIdentity, type Proof } from '../../api/identity/signIn';
import { readSecurity } from '../../api/identity/security';
import { session } from '../../api/session';
import type { SecurityStatus } from '../../api/identity/types';
import { passkeysWork } from '../../api/identity/webauthn';
import { proof as say } from '../../words/proof';
import { words } from '../../words';
import { Dialog } from '../Dialog';
import { PasswordField } from '../Field';
import { Icon } from '../Icon';
import { ProblemNotice } from '../Notice';
import { overlay } from '../overlay';
import { useForm } from '../useForm';
import { CodeField } from './CodeField';
import { HiddenUsername } from './HiddenUsername';
import { Place } from './Loaded';
import { useFocusFirst } from './useFocusFirst';
import { useLoaded } from './useLoaded';
import './identity.css';

/** Opens the dialog over whatever is shown; tells whether the person proved who it is. */
export function askForProof(): Promise<boolean> {
  return new Promise(resolve => {
    const done = (proven: boolean): void => {
      overlay.set(null);
      resolve(proven);
    };
    overlay.set(<ProofDialog onDone={done} />);
  });
}

type Way = 'password' | 'code' | 'passkey';

/** Before something sensitive: shows that it is still the same person at this browser. */
function ProofDialog({ onDone }: { onDone: (proven: boolean) => void }) {
  const security = useLoaded(readSecurity);
  // Without an answer the password is asked for: most people have one.
  const ways = security.data ? waysOf(security.data) : security.problem ? (['password'] as Way[]) : undefined;
  return (
    <Dialog title={say.title} testId="proof-dialog" onClose={() => onDone(false)}>
      <p class="soft">{say.hint}</p>
      {!ways && <Place lines={2} />}
      {ways && ways.length > 0 && <ProofForm ways={ways} onDone={onDone} />}
      {ways?.length === 0 && (
        <>
          <p>{say.noWay}</p>
          <div class="dialog__actions">
            <a class="button button--primary" href="/login" onClick={() => onDone(false)}>
              {words.signIn}
            </a>
          </div>
        </>
      )}
    </Dialog>
  );
}

function ProofForm({ ways, onDone }: { ways: Way[]; onDone: (proven: boolean) => void }) {
  const form = useForm();
  const [way, setWay] = useState<Way>(ways[0] ?? 'password');
  const prove = (proof: () => Promise<Proof>): Promise<void> =>
    form.submit(async () => {
      try {
        await proveIdentity(await proof());
      } catch (thrown) {
        if (!(thrown instanceof Problem) || thrown.code !== 'wrong-credentials') throw thrown;
        // Who it is stands fast here; only the password may be wrong.
        throw new Problem(thrown.status, 'wrong-proof', thrown.detail);
      }
      onDone(true);
    });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget as HTMLFormElement).get('proof'));
    void prove(async () => (way === 'code' ? { code: typed.trim() } : { password: typed }));
  };
  return (
    <>
      {form.problem && <ProblemNotice problem={form.problem} testId="proof-problem" />}
      {way === 'passkey' ? (
        <button
          type="button"
          class="button button--primary button--wide"
          disabled={form.busy}
          onClick={() => void prove(async () => ({ passkey: await askPasskey() }))}
          data-testid="proof-passkey"
        >
          <Icon name="key" size={20} />
          {say.usePasskey}
        </button>
      ) : (
        <Typed key={way} way={way} busy={form.busy} onSubmit={submit} />
      )}
      {ways.length > 1 && (
        <div class="part__actions">
          {ways
            .filter(other => other !== way)
            .map(other => (
              <button
                key={other}
                type="button"
                class="button button--quiet"
                onClick={() => setWay(other)}
                data-testid={`proof-by-${other}`}
              >
                {say.ways[other]}
              </button>
            ))}
        </div>
      )}
    </>
  );
}

function Typed({ way, busy, onSubmit }: { way: Way; busy: boolean; onSubmit: (event: SubmitEvent) => void }) {
  const place = useFocusFirst<HTMLFormElement>();
  const now = session.get();
  return (
    <form ref={place} class="form" onSubmit={onSubmit} data-testid="proof-form">
      {way === 'code' ? (
        <CodeField label={say.code} hint={say.codeHint} name="proof" digits={false} testId="proof-code" />
      ) : (
        <>
          {now.state === 'in' && <HiddenUsername username={now.account.username} />}
          <PasswordField
            label={words.password}
            name="proof"
            required
            autoComplete="current-password"
            data-testid="proof-password"
          />
        </>
      )}
      <div class="dialog__actions">
        <button class="button button--primary" disabled={busy} data-testid="proof-submit">
          {busy ? <span class="spinner" /> : say.confirm}
        </button>
      </div>
    </form>
  );
}

function waysOf(security: SecurityStatus): Way[] {
  return [
    ...(security.password ? (['password'] as const) : []),
    ...(security.totp ? (['code'] as const) : []),
    ...(security.passkeys.length > 0 && passkeysWork() ? (['passkey'] as const) : []),
  ];
}
