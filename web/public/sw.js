/* Shows what a push message tells and opens its page. It keeps no pages and answers no requests. */

/** Where the page that turned it on left the words of its language. */
const WORDS = { cache: 'sf-push', path: '/push-words' };

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('push', event => event.waitUntil(show(event.data)));
self.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.path ?? '/notifications'));
});
self.addEventListener('pushsubscriptionchange', event => event.waitUntil(renew(event)));

async function show(data) {
  const told = read(data);
  const words = await keptWords();
  const title = sentence(told, words) ?? words?.name ?? 'Social Flow';
  await self.registration.showNotification(title, {
    body: told.text ?? '',
    // A row that somebody joined takes the place of what was shown of it.
    tag: told.id ?? 'news',
    icon: '/icon-192.png',
    badge: '/icon-192.png',
    dir: 'auto',
    lang: words?.language ?? '',
    data: { path: pageOf(told.path) },
  });
  if (told.unread > 0) await self.navigator.setAppBadge?.(told.unread);
}

function read(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

async function keptWords() {
  try {
    const cache = await caches.open(WORDS.cache);
    return await (await cache.match(WORDS.path))?.json();
  } catch {
    return undefined;
  }
}

function sentence({ kind, people = [], count = 1 }, words) {
  const said = words?.kinds[kind];
  if (!said) return undefined;
  return (count > 1 ? said.many : said.one).replace('{who}', () => who(people, count, words));
}

function who([first, second], count, words) {
  if (first === undefined) return words.somebody;
  if (second === undefined) return first;
  const phrase = count <= 2 ? words.two : count === 3 ? words.three : words.several;
  const parts = { '{a}': first, '{b}': second, '{n}': String(count - 2) };
  return phrase.replace(/\{[abn]\}/g, part => parts[part]);
}

/** Only pages of ours, whatever a message says. */
function pageOf(path) {
  const own = typeof path === 'string' && /^\/(?![/\\])/.test(path);
  return own ? path.replace(/^\/posts\//, '/post/') : '/notifications';
}

async function open(path) {
  const url = new URL(path, self.location.origin).href;
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const one of windows) {
    try {
      await one.focus();
      await one.navigate(url);
      return;
    } catch {
      // Not ours to move, or a browser that lets nobody: the next one, or a new one.
    }
  }
  await self.clients.openWindow(url);
}

async function renew(event) {
  const before = event.oldSubscription;
  const key = before?.options.applicationServerKey;
  if (!key) return;
  const next =
    event.newSubscription ??
    (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key }));
  await send('POST', next.toJSON());
  await send('DELETE', { endpoint: before.endpoint });
}

function send(method, body) {
  return fetch('/api/v1/me/push/subscriptions', {
    method,
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'X-Socialflow-Csrf': '1' },
    body: JSON.stringify(body),
  });
}
