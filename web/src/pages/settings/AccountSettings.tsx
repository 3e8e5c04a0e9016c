import { editProfile, readMe } from '../../api/identity/profile';
import { problemOf } from '../../api/problem';
import { signedIn } from '../../api/session';
import type { Account } from '../../api/types';
import { SelectField } from '../../parts/Field';
import { Part } from '../../parts/identity/Part';
import { tell } from '../../shell/toasts';
import { LANGUAGES, words } from '../../words';
import { settings as say } from '../../words/settings';
import { EmailPart } from './EmailPart';
import { PasswordPart } from './PasswordPart';

export function AccountSettings({ account }: { account: Account }) {
  return (
    <>
      <EmailPart />
      <PasswordPart account={account} />
      <LettersPart account={account} />
    </>
  );
}

function LettersPart({ account }: { account: Account }) {
  const choose = async (locale: string): Promise<void> => {
    try {
      const { etag } = await readMe();
      signedIn((await editProfile({ locale }, etag)).data);
      tell(words.saved);
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <Part title={say.account.letters}>
      <div class="part__form">
        <SelectField
          label={say.account.mailLanguage}
          value={(account.locale ?? 'en').split('-')[0] ?? 'en'}
          choices={LANGUAGES.map(one => ({ value: one.code as string, name: one.name }))}
          onChoose={locale => void choose(locale)}
          data-testid="mail-language"
        />
      </div>
    </Part>
  );
}
