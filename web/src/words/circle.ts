import { wordsOf } from '.';
import { circle as english } from './en/circle';

export const circle = await wordsOf(english, async () => (await import('./de/circle')).circle);
