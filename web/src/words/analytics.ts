import { wordsOf } from '.';
import { analytics as english } from './en/analytics';

export const analytics = await wordsOf(english, async () => (await import('./de/analytics')).analytics);
