import { useState } from 'preact/hooks';
import { changeEmail, forgetEmailChange, readEmail, sendVerificationAgain } from '../../api/identity/recovery';
import type { EmailStatus } from '../../api/identity/types';
import { problemOf } from '../../api/problem';
import { TextField } from '../../parts/Field';
import { Loaded } from '../../parts/identity/Loaded';
import { Part } from '../../parts/identity/Part';
import { useLoaded } from '../../parts/identity/useLoaded';
import { ProblemNotice } from '../../parts/Notice';
import { useForm } from '../../parts/useForm';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { settings as say } from '../../words/settings';

/** The address of an account; a change takes effect once both addresses agreed. */
export function EmailPart() {
  const email = useLoaded(readEmail);
  return (
    <Part title={say.account.email} hint={say.account.emailHint} testId="email">
      <Loaded of={email} failed={say.failed} testId="email">
        {status => <EmailState status={status} onChange={email.reload} />}
      </Loaded>
    </Part>
  );
}

function EmailState({ status, onChange }: { status: EmailStatus; onChange: () => Promise<void> }) {
  const [changing, setChanging] = useState(false);
  const again = async (): Promise<void> => {
    try {
      await sendVerificationAgain();
      tell(say.account.sentAgain);
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
  };
  const forget = async (): Promise<void> => {
    try {
      await forgetEmailChange();
      tell(say.account.changeForgotten);
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
    await onChange();
  };
  const { pending } = status;
  return (
    <>
      <p class="item__title">
        <span dir="auto" data-testid="email-address">
          {status.email}
        </span>
        <span
          class={status.verified ? 'badge badge--good' : 'badge badge--wait'}
          data-testid="email-state"
          data-verified={status.verified}
        >
          {status.verified ? say.account.verified : say.account.unverified}
        </span>
      </p>
      {pending && (
        <div class="note" role="status" data-testid="email-pending">
          <p>
            {say.account.pending(pending.email)} {!pending.confirmedOld && say.account.pendingOld}{' '}
            {!pending.confirmedNew && say.account.pendingNew}
          </p>
          <button class="button" onClick={() => void forget()} data-testid="email-forget-change">
            {say.account.forgetChange}
          </button>
        </div>
      )}
      <div class="part__actions">
        {!status.verified && (
          <button class="button" onClick={() => void again()} data-testid="email-again">
            {say.account.sendAgain}
          </button>
        )}
        {!changing && !pending && (
          <button class="button" onClick={() => setChanging(true)} data-testid="email-change">
            {say.account.changeEmail}
          </button>
        )}
      </div>
      {changing && <EmailForm onClose={() => setChanging(false)} onChange={onChange} />}
    </>
  );
}

function EmailForm({ onClose, onChange }: { onClose: () => void; onChange: () => Promise<void> }) {
  const form = useForm();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget as HTMLFormElement).get('email')).trim();
    void form.submit(async () => {
      await changeEmail(email);
      await onChange();
      onClose();
    });
  };
  const atField = form.problem?.code === 'email-taken' ? form.problem.sentence : form.error('email');
  return (
    <form class="part__form" onSubmit={submit} data-testid="email-form">
      {form.problem && !atField && <ProblemNotice problem={form.problem} />}
      <TextField
        label={say.account.newEmail}
        error={atField}
        name="email"
        type="email"
        required
        autoComplete="email"
        data-testid="email-new"
      />
      <div class="part__actions">
        <button class="button button--primary" disabled={form.busy} data-testid="email-submit">
          {form.busy ? words.saving : say.account.changeEmail}
        </button>
        <button type="button" class="button button--quiet" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
