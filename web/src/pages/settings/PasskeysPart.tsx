import { useState } from 'preact/hooks';
import { addPasskey, removePasskey, renamePasskey } from '../../api/identity/security';
import type { Passkey } from '../../api/identity/types';
import { passkeysWork } from '../../api/identity/webauthn';
import { Age } from '../../parts/Age';
import { Dialog } from '../../parts/Dialog';
import { TextField } from '../../parts/Field';
import { Icon } from '../../parts/Icon';
import { Confirm } from '../../parts/identity/Confirm';
import { Item, Part } from '../../parts/identity/Part';
import { ProblemNotice } from '../../parts/Notice';
import { useForm } from '../../parts/useForm';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { settings as say } from '../../words/settings';

/** Characters of a name. */
const NAME_MAX = 50;

interface PasskeysProps {
  passkeys: Passkey[];
  onChange: () => Promise<void>;
}

type Doing = { what: 'add' } | { what: 'rename' | 'remove'; passkey: Passkey };

export function PasskeysPart({ passkeys, onChange }: PasskeysProps) {
  const [doing, setDoing] = useState<Doing>();
  const close = (): void => setDoing(undefined);
  const action = passkeysWork() && (
    <button class="button" onClick={() => setDoing({ what: 'add' })} data-testid="passkey-add">
      {say.security.addPasskey}
    </button>
  );
  return (
    <Part title={say.security.passkeys} hint={say.security.passkeysHint} action={action} testId="passkeys">
      {passkeys.length === 0 ? (
        <p class="soft" data-testid="passkeys-empty">
          {say.security.noPasskeys}
        </p>
      ) : (
        <ul class="items">
          {passkeys.map(passkey => (
            <PasskeyItem key={passkey.id} passkey={passkey} onDo={setDoing} />
          ))}
        </ul>
      )}
      {doing?.what === 'add' && (
        <NameDialog
          title={say.security.addPasskey}
          act={say.security.addPasskey}
          onClose={close}
          onName={async name => {
            await addPasskey(name);
            tell(say.security.passkeyAdded);
            await onChange();
          }}
        />
      )}
      {doing?.what === 'rename' && (
        <NameDialog
          title={say.security.renamePasskey}
          act={words.save}
          name={doing.passkey.name}
          onClose={close}
          onName={async name => {
            await renamePasskey(doing.passkey.id, name);
            await onChange();
          }}
        />
      )}
      {doing?.what === 'remove' && (
        <Confirm
          title={say.security.removePasskey}
          testId="passkey-remove-dialog"
          act={say.remove}
          onClose={close}
          onConfirm={async () => {
            await removePasskey(doing.passkey.id);
            await onChange();
          }}
        >
          <p>{say.security.removePasskeyHint(doing.passkey.name)}</p>
        </Confirm>
      )}
    </Part>
  );
}

function PasskeyItem({ passkey, onDo }: { passkey: Passkey; onDo: (doing: Doing) => void }) {
  return (
    <Item
      id={passkey.id}
      testId="passkey"
      lead={<Icon name="key" />}
      title={
        <>
          <span dir="auto">{passkey.name}</span>
          <span class="badge">{passkey.backedUp ? say.security.backedUp : say.security.oneDevice}</span>
        </>
      }
      about={
        passkey.lastUsedAt ? (
          <>
            {say.security.lastUsed} <Age time={passkey.lastUsedAt} />
          </>
        ) : (
          say.security.neverUsed
        )
      }
    >
      <button
        class="icon-button"
        aria-label={say.security.renameOf(passkey.name)}
        title={say.rename}
        onClick={() => onDo({ what: 'rename', passkey })}
        data-testid="passkey-rename"
      >
        <Icon name="edit" size={20} />
      </button>
      <button
        class="icon-button"
        aria-label={say.security.removeOf(passkey.name)}
        title={say.remove}
        onClick={() => onDo({ what: 'remove', passkey })}
        data-testid="passkey-remove"
      >
        <Icon name="trash" size={20} />
      </button>
    </Item>
  );
}

interface NameProps {
  title: string;
  act: string;
  name?: string;
  onClose: () => void;
  onName: (name: string) => Promise<void>;
}

function NameDialog({ title, act, name = '', onClose, onName }: NameProps) {
  const form = useForm();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget as HTMLFormElement).get('name')).trim();
    void form.submit(async () => {
      await onName(typed);
      onClose();
    });
  };
  return (
    <Dialog title={title} testId="passkey-dialog" onClose={onClose}>
      <form class="form" onSubmit={submit} data-testid="passkey-form">
        {form.problem && !form.error('name') && <ProblemNotice problem={form.problem} />}
        <TextField
          label={say.security.passkeyName}
          hint={say.security.passkeyNameHint}
          error={form.error('name')}
          name="name"
          defaultValue={name}
          optional={name === ''}
          required={name !== ''}
          maxLength={NAME_MAX}
          autoComplete="off"
          dir="auto"
          data-testid="passkey-name"
        />
        <div class="dialog__actions">
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button class="button button--primary" disabled={form.busy} data-testid="passkey-submit">
            {form.busy ? <span class="spinner" role="status" aria-label={act} /> : act}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
