import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Post } from '../src/api/social/types';
import { graphemes } from '../src/parts/composer/graphemes';
import { changesIn } from '../src/parts/composer/send';
import { completed, typedAt } from '../src/parts/composer/typed';
import { begin, blank, isBlank, isWhole, newPost } from '../src/parts/composer/written';

const REPLIED: Post = { id: 'p1', state: 'published', visibility: 'followers', author: { id: 'a', username: 'mira' } };

test('counts what people take for characters', () => {
  assert.equal(graphemes('plain'), 5);
  assert.equal(graphemes('👨‍👩‍👧‍👦'), 1);
  assert.equal(graphemes('e\u0301te\u0301'), 3);
  assert.equal(graphemes('🇩🇪🇫🇷'), 2);
  assert.equal(graphemes('नमस्ते') < 'नमस्ते'.length, true);
  assert.equal(graphemes(''), 0);
});

test('sees a mention or a hashtag being typed', () => {
  assert.deepEqual(typedAt('hi @mi', 6), { kind: 'mention', query: 'mi', start: 3, end: 6 });
  assert.deepEqual(typedAt('#Tür', 4), { kind: 'hashtag', query: 'Tür', start: 0, end: 4 });
  assert.equal(typedAt('mira@mi', 7), undefined);
  assert.equal(typedAt('@mira', 3), undefined);
  assert.equal(typedAt('@mi ra', 6), undefined);
  assert.equal(typedAt('see /a#b', 8), undefined);
  assert.equal(typedAt('@', 1), undefined);
});

test('puts what was chosen in its place', () => {
  const typed = typedAt('hi @mi and', 6);
  assert.ok(typed);
  assert.deepEqual(completed('hi @mi and', typed, 'mira'), { text: 'hi @mira and', caret: 9 });
  const last = typedAt('#do', 3);
  assert.ok(last);
  assert.deepEqual(completed('#do', last, 'doors'), { text: '#doors ', caret: 7 });
});

test('sends only what differs from what is usual', () => {
  assert.deepEqual(newPost({ ...blank('en'), text: ' hello ' }, {}, []), { text: 'hello', language: 'en' });
  const written = {
    ...blank('de'),
    text: 'hallo',
    warning: ' Vorsicht ',
    sensitive: true,
    whoMayReply: 'followers' as const,
    poll: { options: ['a', ' b ', ''], multiple: false, durationSeconds: 300 },
  };
  assert.deepEqual(newPost(written, { replyTo: REPLIED }, ['i1']), {
    text: 'hallo',
    replyTo: 'p1',
    images: ['i1'],
    poll: { options: ['a', 'b'], multiple: false, durationSeconds: 300 },
    warning: 'Vorsicht',
    sensitive: true,
    language: 'de',
    whoMayReply: 'followers',
  });
  assert.equal(newPost(blank('en'), { video: { id: 'v1', title: 'x' } }, []).commentOn, 'v1');
});

test('answers followers only what was for followers only', () => {
  assert.equal(begin({ replyTo: REPLIED }, 'en').visibility, 'followers');
  assert.equal(begin({}, 'en').visibility, 'public');
});

test('knows what can be sent', () => {
  const text = { ...blank('en'), text: 'x' };
  assert.equal(isWhole(text, {}, 0), true);
  assert.equal(isWhole(blank('en'), {}, 0), false);
  assert.equal(isWhole(blank('en'), {}, 1), true);
  assert.equal(isWhole(blank('en'), { quote: REPLIED }, 0), true);
  assert.equal(isWhole({ ...text, text: 'x'.repeat(2_001) }, {}, 0), false);
  assert.equal(isWhole({ ...text, text: '👨‍👩‍👧‍👦'.repeat(500) }, {}, 0), true);
  const poll = (options: string[]) => ({ ...text, poll: { options, multiple: false, durationSeconds: 300 } });
  assert.equal(isWhole(poll(['a', '']), {}, 0), false);
  assert.equal(isWhole(poll(['a', 'a']), {}, 0), false);
  assert.equal(isWhole(poll(['a', 'b'.repeat(81)]), {}, 0), false);
  assert.equal(isWhole(poll(['a', 'b']), {}, 0), true);
});

test('knows when nothing would be lost', () => {
  assert.equal(isBlank(blank('en'), 0), true);
  assert.equal(isBlank({ ...blank('en'), warning: '' }, 0), true);
  assert.equal(isBlank(blank('en'), 1), false);
  assert.equal(isBlank({ ...blank('en'), text: 'a' }, 0), false);
});

test('changes of a post only what was changed', () => {
  const image = { id: 'i1', url: '/i1', width: 1, height: 1, alt: 'a door' };
  const present: Post = { id: 'p1', state: 'published', text: 'before', language: 'en', images: [image] };
  const same = { ...blank('en'), text: 'before' };
  assert.deepEqual(changesIn(present, same, [{ image, alt: 'a door' }]), {});
  assert.deepEqual(changesIn(present, { ...same, text: 'after', warning: 'careful' }, [{ image, alt: 'a gate' }]), {
    text: 'after',
    warning: 'careful',
    images: [{ id: 'i1', alt: 'a gate' }],
  });
});
