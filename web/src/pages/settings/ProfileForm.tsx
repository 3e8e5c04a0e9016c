import { useRef, useState } from 'preact/hooks';
import { editProfile } from '../../api/identity/profile';
import { Problem } from '../../api/problem';
import type { Account } from '../../api/types';
import { AreaField, SelectField, TextField } from '../../parts/Field';
import { Part } from '../../parts/identity/Part';
import { Switch } from '../../parts/identity/Switch';
import { ProblemNotice } from '../../parts/Notice';
import { focusRefused, useForm } from '../../parts/useForm';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { settings as say } from '../../words/settings';
import { languageChoices } from './languages';
import { LinksEditor } from './LinksEditor';
import { changesIn, draftOf, type ProfileDraft } from './profileChanges';

/** Characters, as the API has it. */
const BIOGRAPHY_MAX = 500;

interface ProfileFormProps {
  account: Account;
  etag: string | undefined;
  onSaved: (account: Account) => void;
  onStale: () => Promise<void>;
}

export function ProfileForm({ account, etag, onSaved, onStale }: ProfileFormProps) {
  const form = useForm();
  const element = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<ProfileDraft>(() => draftOf(account));
  const change = (part: Partial<ProfileDraft>): void => setDraft(before => ({ ...before, ...part }));
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(element.current ?? undefined);
    const whole = { ...draft, displayName: text(fields, 'displayName'), biography: text(fields, 'biography') };
    await form.submit(async () => {
      const changes = changesIn(whole, account);
      try {
        if (Object.keys(changes).length > 0) onSaved((await editProfile(changes, etag)).data);
        tell(words.saved);
      } catch (thrown) {
        if (!(thrown instanceof Problem && thrown.status === 412)) throw thrown;
        tell(say.conflict);
        await onStale();
      }
    });
    focusRefused(element.current);
  };
  const left = BIOGRAPHY_MAX - draft.biography.length;
  const atField = ['displayName', 'biography', 'links', 'language'].some(name => form.error(name));
  return (
    <Part title={say.profile.about} hint={say.profile.aboutHint}>
      <form ref={element} class="form" onSubmit={event => void submit(event)} data-testid="profile-form">
        {form.problem && !atField && <ProblemNotice problem={form.problem} />}
        <TextField
          label={words.displayName}
          name="displayName"
          defaultValue={account.displayName}
          required
          maxLength={50}
          autoComplete="name"
          error={form.error('displayName')}
          dir="auto"
          data-testid="profile-display-name"
        />
        <AreaField
          label={say.profile.biography}
          hint={left < 200 ? words.charactersLeft(String(left)) : say.profile.biographyHint}
          error={form.error('biography')}
          optional
          name="biography"
          defaultValue={account.biography ?? ''}
          maxLength={BIOGRAPHY_MAX}
          dir="auto"
          onInput={value => change({ biography: value })}
          data-testid="profile-biography"
        />
        <LinksEditor links={draft.links} error={form.error('links')} onChange={links => change({ links })} />
        <SelectField
          label={say.profile.language}
          value={draft.language}
          choices={languageChoices(account.language)}
          error={form.error('language')}
          onChoose={language => change({ language })}
          data-testid="profile-language"
        />
        <Switch
          label={say.profile.privateAccount}
          hint={say.profile.privateHint}
          on={draft.privateAccount}
          testId="profile-private"
          onChange={privateAccount => change({ privateAccount })}
        />
        <Switch
          label={say.profile.madeForKids}
          hint={say.profile.madeForKidsHint}
          on={draft.madeForKids}
          testId="profile-made-for-kids"
          onChange={madeForKids => change({ madeForKids })}
        />
        <div class="part__actions">
          <button class="button button--primary" disabled={form.busy} data-testid="profile-save">
            {form.busy ? words.saving : words.save}
          </button>
        </div>
      </form>
    </Part>
  );
}

function text(fields: FormData, name: string): string {
  return String(fields.get(name) ?? '');
}
