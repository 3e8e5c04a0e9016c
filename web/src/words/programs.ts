import { wordsOf } from '.';
import { programs as english } from './en/programs';
import './proof';

export const programs = await wordsOf(english, async () => (await import('./de/programs')).programs);
