import { wordsOf } from '.';
import { people as english } from './en/people';

export const people = await wordsOf(english, async () => (await import('./de/people')).people);
