import { useState } from 'preact/hooks';
import { recogniseVisitor } from '../../api/accounts';
import { readDeletion, requestDeletion, undoDeletion } from '../../api/identity/privacy';
import { problemOf } from '../../api/problem';
import type { Account } from '../../api/types';
import { Dialog } from '../../parts/Dialog';
import { TextField } from '../../parts/Field';
import { Loaded } from '../../parts/identity/Loaded';
import { Part } from '../../parts/identity/Part';
import { useLoaded } from '../../parts/identity/useLoaded';
import { ProblemNotice } from '../../parts/Notice';
import { useForm } from '../../parts/useForm';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { exactTime } from '../../words/figures';
import { settings as say } from '../../words/settings';

/** Deleting the account, which is asked about twice and can be taken back for some weeks. */
export function DeletionPart({ account }: { account: Account }) {
  const deletion = useLoaded(async () => ({ erasesAt: await readDeletion() }));
  const [asking, setAsking] = useState(false);
  const keep = async (): Promise<void> => {
    try {
      await undoDeletion();
      tell(say.privacy.kept);
      void recogniseVisitor();
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
    await deletion.reload();
  };
  return (
    <Part title={say.privacy.deletion} hint={say.privacy.deletionHint} testId="deletion">
      <Loaded of={deletion} failed={say.failed} testId="deletion" lines={1}>
        {({ erasesAt }) =>
          erasesAt ? (
            <div class="note" role="status" data-testid="deletion-pending">
              <p>
                <strong>{say.privacy.leaving}</strong>
                <br />
                {say.privacy.erasesAt(exactTime(erasesAt))}
              </p>
              <button class="button" onClick={() => void keep()} data-testid="deletion-undo">
                {say.privacy.keep}
              </button>
            </div>
          ) : (
            <div class="part__actions">
              <button class="button button--danger" onClick={() => setAsking(true)} data-testid="deletion-ask">
                {say.privacy.deleteAccount}
              </button>
            </div>
          )
        }
      </Loaded>
      {asking && (
        <DeletionDialog
          username={account.username}
          onClose={() => setAsking(false)}
          onDone={erasesAt => deletion.set({ erasesAt })}
        />
      )}
    </Part>
  );
}

interface DialogProps {
  username: string;
  onClose: () => void;
  onDone: (erasesAt: string) => void;
}

function DeletionDialog({ username, onClose, onDone }: DialogProps) {
  const form = useForm();
  const [typed, setTyped] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void form.submit(async () => {
      onDone(await requestDeletion());
      onClose();
    });
  };
  return (
    <Dialog title={say.privacy.deleteTitle} testId="deletion-dialog" onClose={onClose}>
      <ul class="points">
        {say.privacy.deleteConsequences.map(one => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <form class="form" onSubmit={submit}>
        {form.problem && <ProblemNotice problem={form.problem} />}
        <TextField
          label={say.privacy.deleteConfirm(username)}
          name="confirm"
          required
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          onInput={event => setTyped(event.currentTarget.value)}
          data-testid="deletion-typed"
        />
        <div class="dialog__actions">
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button
            class="button button--danger"
            disabled={form.busy || typed.trim().replace(/^@/, '') !== username}
            data-testid="deletion-confirm"
          >
            {say.privacy.deleteAccount}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
