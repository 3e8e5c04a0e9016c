import { wordsOf } from '.';
import { composer as english } from './en/composer';

export const composer = await wordsOf(english, async () => (await import('./de/composer')).composer);
