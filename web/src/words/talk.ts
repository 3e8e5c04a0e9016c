import { wordsOf } from '.';
import { talk as english } from './en/talk';

export const talk = await wordsOf(english, async () => (await import('./de/talk')).talk);
