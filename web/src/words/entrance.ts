import { wordsOf } from '.';
import { entrance as english } from './en/entrance';
import './proof';

export const entrance = await wordsOf(english, async () => (await import('./de/entrance')).entrance);
