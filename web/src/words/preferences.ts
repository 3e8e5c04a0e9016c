import { wordsOf } from '.';
import { preferences as english } from './en/preferences';

export const preferences = await wordsOf(english, async () => (await import('./de/preferences')).preferences);
