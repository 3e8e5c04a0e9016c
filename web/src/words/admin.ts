import { wordsOf } from '.';
import { admin as english } from './en/admin';
import './proof';

export const admin = await wordsOf(english, async () => (await import('./de/admin')).admin);
