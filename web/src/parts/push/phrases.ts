import type { NotificationKind } from '../../api/inbox/notifications';
import type { inbox } from '../../words/en/inbox';

/** The words of a service worker, which has no catalogue: sentences with places for names. */
export interface PushPhrases {
  name: string;
  language: string;
  somebody: string;
  two: string;
  three: string;
  several: string;
  kinds: Partial<Record<NotificationKind, { one: string; many: string }>>;
}

export function phrasesOf(say: typeof inbox, name: string, language: string): PushPhrases {
  const kinds = Object.entries(say.kinds).map(([kind, sentence]) => [
    kind,
    { one: sentence('{who}', false), many: sentence('{who}', true) },
  ]);
  return {
    name,
    language,
    somebody: say.somebody,
    two: say.two('{a}', '{b}'),
    three: say.two('{a}, {b}', say.others('1', true)),
    several: say.two('{a}, {b}', say.others('{n}', false)),
    kinds: Object.fromEntries(kinds) as PushPhrases['kinds'],
  };
}
