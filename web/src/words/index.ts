import { memory } from '../parts/memory';
import { VISIBILITIES, type Visibility } from '../api/types';
import { en, type Words } from './en';

export type Language = 'en' | 'de';

export const LANGUAGES: readonly { code: Language; name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'de', name: 'Deutsch' },
];

/** What the client says. Filled before anything is shown; choosing another language loads the page again. */
export let words: Words = en;
export let language: Language = 'en';

const chosen = memory<Language>('language');

interface Sentences {
  problems: Record<string, string>;
  fieldProblems: Record<string, string>;
}

/** Sentences about problems that came with a part of the client, besides those in `words`. */
export const learnt: Sentences = { problems: {}, fieldProblems: {} };

/**
 * The words of a part that is loaded when it is needed, in the chosen language. What they say of problems counts from
 * then on, whoever meets them.
 */
export async function wordsOf<T extends object>(english: T, german: () => Promise<T>): Promise<T> {
  const part = language === 'de' ? await german() : english;
  const { problems, fieldProblems }: Partial<Sentences> = part;
  Object.assign(learnt.problems, problems);
  Object.assign(learnt.fieldProblems, fieldProblems);
  return part;
}

export async function loadWords(): Promise<void> {
  language = choose();
  if (language === 'de') words = (await import('./de')).de;
  document.documentElement.lang = language;
}

export function chooseLanguage(code: Language): void {
  chosen.set(code);
  location.reload();
}

/** The kinds of visibility with their names, to choose from. */
export function visibilityChoices(): { value: Visibility; name: string }[] {
  return VISIBILITIES.map(value => ({ value, name: words.visibilities[value] }));
}

function choose(): Language {
  const known = (code: string | undefined): Language | undefined => LANGUAGES.find(one => one.code === code)?.code;
  const asked = navigator.languages.map(tag => known(tag.split('-')[0])).find(code => code !== undefined);
  return known(chosen.get()) ?? asked ?? 'en';
}
