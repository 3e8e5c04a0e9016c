import { useState } from 'preact/hooks';
import { activateTotp, beginTotp, removeTotp } from '../../api/identity/security';
import { Dialog } from '../../parts/Dialog';
import { CodeField } from '../../parts/identity/CodeField';
import { Confirm } from '../../parts/identity/Confirm';
import { Loaded } from '../../parts/identity/Loaded';
import { Part } from '../../parts/identity/Part';
import { Secret } from '../../parts/identity/Secret';
import { useLoaded } from '../../parts/identity/useLoaded';
import { ProblemNotice } from '../../parts/Notice';
import { useForm } from '../../parts/useForm';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { exactTime } from '../../words/figures';
import { settings as say } from '../../words/settings';
import { RecoveryCodes } from './RecoveryCodes';

interface TotpProps {
  since: string | undefined;
  onChange: () => Promise<void>;
}

export function TotpPart({ since, onChange }: TotpProps) {
  const [doing, setDoing] = useState<'set-up' | 'turn-off'>();
  const close = (): void => setDoing(undefined);
  const action = since ? (
    <button class="button" onClick={() => setDoing('turn-off')} data-testid="totp-off">
      {say.security.turnOff}
    </button>
  ) : (
    <button class="button" onClick={() => setDoing('set-up')} data-testid="totp-set-up">
      {say.security.setUp}
    </button>
  );
  return (
    <Part title={say.security.totp} hint={say.security.totpHint} action={action} testId="totp">
      <p data-testid="totp-state" data-on={since !== undefined}>
        {since ? say.security.totpSince(exactTime(since)) : say.security.totpOff}
      </p>
      {doing === 'set-up' && <SetUpDialog onClose={close} onChange={onChange} />}
      {doing === 'turn-off' && (
        <Confirm
          title={say.security.turnOffTitle}
          testId="totp-off-dialog"
          act={say.security.turnOff}
          onClose={close}
          onConfirm={async () => {
            await removeTotp();
            tell(say.security.totpGone);
            await onChange();
          }}
        >
          <p>{say.security.turnOffHint}</p>
        </Confirm>
      )}
    </Part>
  );
}

interface SetUpProps {
  onClose: () => void;
  onChange: () => Promise<void>;
}

/** Shows the secret, takes the first code, and ends with the recovery codes: all in one place. */
function SetUpDialog({ onClose, onChange }: SetUpProps) {
  const setUp = useLoaded(beginTotp);
  const form = useForm();
  const [codes, setCodes] = useState<string[]>();
  if (codes) {
    const kept = async (): Promise<void> => {
      onClose();
      tell(say.security.totpOn);
      await onChange();
    };
    return <RecoveryCodes codes={codes} onKept={() => void kept()} />;
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget as HTMLFormElement).get('code')).replace(/\s/g, '');
    void form.submit(async () => setCodes(await activateTotp(code)));
  };
  return (
    <Dialog title={say.security.setUpTitle} testId="totp-dialog" firm onClose={onClose}>
      <Loaded of={setUp} failed={say.failed} testId="totp" lines={4}>
        {({ secret, qr }) => (
          <form class="form" onSubmit={submit} data-testid="totp-form">
            <div class="totp">
              <img
                class="totp__picture"
                src={qr}
                alt={say.security.qr}
                width={192}
                height={192}
                data-testid="totp-qr"
              />
              <div class="form">
                <p>{say.security.scan}</p>
                <Secret label={say.security.key} value={secret} testId="totp-secret" />
              </div>
            </div>
            {form.problem && !form.error('code') && <ProblemNotice problem={form.problem} />}
            <CodeField label={say.security.code} error={form.error('code')} testId="totp-code" />
            <div class="dialog__actions">
              <button type="button" class="button" onClick={onClose}>
                {words.cancel}
              </button>
              <button class="button button--primary" disabled={form.busy} data-testid="totp-submit">
                {say.security.turnOn}
              </button>
            </div>
          </form>
        )}
      </Loaded>
    </Dialog>
  );
}
