import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '../src/api/inbox/messages';
import type { Notification } from '../src/api/inbox/notifications';
import { points } from '../src/parts/discover/sparkline';
import { phrasesOf } from '../src/parts/push/phrases';
import { linesOf, meets, merged, readers } from '../src/pages/messages/lines';
import { belongs, placeOf, who, withNew } from '../src/pages/notifications/told';
import { inbox } from '../src/words/en/inbox';

function said(id: string, author: string, at: string, more: Partial<Message> = {}): Message {
  return { id, author, text: id, deleted: false, createdAt: at, ...more };
}

function told(id: string, more: Partial<Notification> = {}): Notification {
  return { id, kind: 'like', people: [], count: 1, at: '2026-01-01T10:00:00Z', read: false, ...more };
}

const NOON = '2026-03-05T12:00:00';
const ids = (list: readonly { id: string }[]): string[] => list.map(one => one.id);

test('puts messages in order, each once, as they are now', () => {
  const known = [said('02', 'a', NOON), said('03', 'b', NOON)];
  const all = merged(known, [said('03', 'b', NOON, { deleted: true, text: null }), said('01', 'a', NOON)]);
  assert.deepEqual(ids(all), ['01', '02', '03']);
  assert.equal(all[2]?.deleted, true);
});

test('knows when messages between were missed', () => {
  const known = [said('02', 'a', NOON)];
  assert.equal(meets(known, [said('02', 'a', NOON), said('03', 'a', NOON)], true), true);
  assert.equal(meets(known, [said('08', 'a', NOON)], true), false);
  assert.equal(meets(known, [said('08', 'a', NOON)], false), true);
});

test('begins a day, a turn and what is unread', () => {
  const lines = linesOf(
    [
      said('01', 'ada', '2026-03-04T12:00:00'),
      said('02', 'me', NOON),
      said('03', 'ada', '2026-03-05T12:01:00'),
      said('04', 'ada', '2026-03-05T12:02:00'),
      said('05', 'ada', '2026-03-05T12:30:00'),
    ],
    'me',
    '02',
  );
  assert.deepEqual(
    lines.map(line => (line.kind === 'said' ? `${line.key}${line.first ? ' first' : ''}${line.last ? ' last' : ''}` : line.kind)),
    ['day', '01 first last', 'day', '02 first last', 'unread', '03 first', '04 last', '05 first last'],
  );
});

test('marks nothing as unread that one said oneself', () => {
  const lines = linesOf([said('01', 'ada', NOON), said('02', 'me', NOON)], 'me', '01');
  assert.ok(lines.every(line => line.kind !== 'unread'));
});

test('says who has read the newest own message', () => {
  const people = [
    { id: 'ada', username: 'ada' },
    { id: 'ben', username: 'ben' },
  ];
  const messages = [said('01', 'me', NOON), said('02', 'me', NOON), said('03', 'ada', NOON)];
  const seen = readers(messages, 'me', { people, receipts: { ada: '03', ben: '01' } });
  assert.equal(seen?.message, '02');
  assert.deepEqual(seen && ids(seen.people), ['ada']);
  assert.equal(readers(messages, 'me', { people, receipts: {} }), undefined);
});

test('moves a row up that somebody joined', () => {
  const list = [told('1'), told('2'), told('3')];
  assert.deepEqual(ids(withNew(list, [told('3', { count: 2 }), told('4')])), ['3', '4', '1', '2']);
});

test('names people who did it, and how many more', () => {
  const figure = String;
  assert.equal(who(['Ada'], 1, inbox, figure), 'Ada');
  assert.equal(who(['Ada', 'Kenji'], 2, inbox, figure), 'Ada and Kenji');
  assert.equal(who(['Ada', 'Kenji', 'Mira'], 3, inbox, figure), 'Ada, Kenji and 1 other');
  assert.equal(who(['Ada', 'Kenji', 'Mira'], 14, inbox, figure), 'Ada, Kenji and 12 others');
  assert.equal(who([], 0, inbox, figure), 'Somebody');
});

test('leads to what a notification is about', () => {
  const ada = { id: 'a', username: 'ada' };
  const post = { id: 'p', state: 'published' as const };
  assert.equal(placeOf(told('1', { post })), '/post/p');
  assert.equal(placeOf(told('1', { kind: 'follow', people: [ada] })), '/@ada');
  assert.equal(placeOf(told('1', { kind: 'message-request', conversation: 'c', people: [ada] })), '/messages/c');
  assert.equal(placeOf(told('1', { kind: 'video', post, video: { id: 'v', title: 'V' } })), '/watch/v');
  assert.equal(placeOf(told('1', { kind: 'moderation' })), undefined);
});

test('shows in each list what belongs there', () => {
  assert.equal(belongs(told('1'), 'all'), true);
  assert.equal(belongs(told('1'), 'mentions'), false);
  assert.equal(belongs(told('1', { kind: 'reply' }), 'mentions'), true);
  assert.equal(belongs(told('1'), 'filtered'), false);
});

test('gives the service worker every sentence, with places for names', () => {
  const phrases = phrasesOf(inbox, 'Social Flow', 'en');
  assert.equal(phrases.kinds.like?.one, '{who} liked your post');
  assert.equal(phrases.kinds.follow?.many, '{who} follow you now');
  assert.equal(phrases.several, '{a}, {b} and {n} others');
  assert.equal(Object.keys(phrases.kinds).length, Object.keys(inbox.kinds).length);
});

test('draws a line as high as its box', () => {
  assert.equal(points([0, 5, 10], 20, 10), '0,10 10,5 20,0');
  assert.equal(points([0, 0], 20, 10), '0,10 20,10');
  assert.equal(points([3], 20, 10), '0,0');
});
