import { wordsOf } from '.';
import { proof as english } from './en/proof';

export const proof = await wordsOf(english, async () => (await import('./de/proof')).proof);
