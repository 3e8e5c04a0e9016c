import { language as shown } from '../../words';

/** The languages of most of the web's videos; another one that is set already is shown too. */
const OFTEN = (
  'ar bn cs da de el en es fa fi fr he hi hu id it ja ko ms nl no pl pt ro ru ' +
  'sv sw ta th tr uk ur vi zh'
).split(' ');

/** Languages to choose from, by their names in the language of the page. */
export function languageChoices(present: string | null | undefined): { value: string; name: string }[] {
  const names = new Intl.DisplayNames([shown], { type: 'language' });
  const codes = present && !OFTEN.includes(present) ? [present, ...OFTEN] : OFTEN;
  const known = codes.map(value => ({ value, name: nameOf(names, value) }));
  return known.sort((a, b) => a.name.localeCompare(b.name, shown));
}

function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
