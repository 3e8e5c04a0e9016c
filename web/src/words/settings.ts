import { wordsOf } from '.';
import { settings as english } from './en/settings';
import './proof';

export const settings = await wordsOf(english, async () => (await import('./de/settings')).settings);
