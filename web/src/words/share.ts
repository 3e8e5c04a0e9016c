import { wordsOf } from '.';
import { share as english } from './en/share';

export const share = await wordsOf(english, async () => (await import('./de/share')).share);
