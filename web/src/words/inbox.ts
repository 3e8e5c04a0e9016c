import { wordsOf } from '.';
import { inbox as english } from './en/inbox';

export const inbox = await wordsOf(english, async () => (await import('./de/inbox')).inbox);
