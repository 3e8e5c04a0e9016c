import { wordsOf } from '.';
import { pictures as english } from './en/pictures';

export const pictures = await wordsOf(english, async () => (await import('./de/pictures')).pictures);
