import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { phrasesOf } from '../src/parts/push/phrases';
import { inbox } from '../src/words/en/inbox';

const SOURCE = readFileSync(new URL('../public/sw.js', import.meta.url), 'utf8');

interface Shown {
  title: string;
  options: { body: string; tag: string; data: { path: string } };
}

type Listener = (event: object) => void;

/** The service worker in a browser that is only as much as it needs. */
function worker(words: object | undefined) {
  const listeners = new Map<string, Listener>();
  const shown: Shown[] = [];
  const opened: string[] = [];
  const self = {
    addEventListener: (kind: string, listener: Listener) => listeners.set(kind, listener),
    registration: {
      showNotification: async (title: string, options: Shown['options']) => void shown.push({ title, options }),
    },
    navigator: {},
    clients: { matchAll: async () => [], openWindow: async (url: string) => void opened.push(url) },
    location: { origin: 'https://flow.example' },
  };
  const caches = { open: async () => ({ match: async () => words && { json: async () => words } }) };
  runInContext(SOURCE, createContext({ self, caches, URL, fetch: () => {} }));
  const tell = async (kind: string, event: object): Promise<void> => {
    let work: Promise<void> | undefined;
    listeners.get(kind)?.({ ...event, waitUntil: (promise: Promise<void>) => (work = promise) });
    await work;
  };
  const push = (message: unknown): Promise<void> => tell('push', { data: { json: () => message } });
  return { shown, opened, tell, push };
}

const words = phrasesOf(inbox, 'Social Flow', 'en');

test('puts what it is told into words', async () => {
  const { shown, push } = worker(words);
  await push({ id: '1', kind: 'like', people: ['Ada', 'Ke$&nji'], count: 14, text: 'Doors', path: '/posts/p', unread: 2 });
  await push({ id: '2', kind: 'follow', people: ['Ada'], count: 1, text: '', path: '/notifications', unread: 3 });
  assert.deepEqual(
    shown.map(one => one.title),
    ['Ada, Ke$&nji and 12 others liked your post', 'Ada follows you now'],
  );
  assert.equal(shown[0]?.options.body, 'Doors');
  assert.equal(shown[0]?.options.data.path, '/post/p');
  assert.equal(shown[0]?.options.tag, '1');
});

test('shows something even without words, and of a message that it cannot read', async () => {
  const { shown, push, tell } = worker(undefined);
  await push({ id: '1', kind: 'like', people: ['Ada'], count: 1, text: 'Doors', path: '/posts/p' });
  await tell('push', { data: { json: () => JSON.parse('{') } });
  assert.deepEqual(
    shown.map(one => [one.title, one.options.body]),
    [
      ['Social Flow', 'Doors'],
      ['Social Flow', ''],
    ],
  );
});

test('opens pages of its own only', async () => {
  const { shown, opened, push, tell } = worker(words);
  await push({ id: '1', kind: 'post', people: ['Ada'], count: 1, path: '//elsewhere.example/' });
  await push({ id: '2', kind: 'message-request', people: ['Ada'], count: 1, path: '/messages/c' });
  for (const { options } of shown) await tell('notificationclick', { notification: { close: () => {}, data: options.data } });
  assert.deepEqual(opened, ['https://flow.example/notifications', 'https://flow.example/messages/c']);
});
