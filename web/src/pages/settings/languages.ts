import { languageChoices as named } from '../../parts/composer/languages';
import { settings as say } from '../../words/settings';

/** Languages to choose from, or none. */
export function languageChoices(present: string | null | undefined): { value: string; name: string }[] {
  return [{ value: '', name: say.profile.languageNone }, ...named(present)];
}
