import { addDevice, readPushKey, removeDevice } from '../../api/inbox/push';
import { language, words } from '../../words';
import { inbox } from '../../words/inbox';
import { createStore } from '../store';
import { phrasesOf } from './phrases';

/** Whether this browser is told of news while no page is open. */
export type PushState = 'unknown' | 'unsupported' | 'refused' | 'off' | 'on';

export const pushState = createStore<PushState>('unknown');

/** Where the service worker looks for its words: see public/sw.js. */
const WORDS = { cache: 'sf-push', path: '/push-words' };

/** Without TLS, and in private windows of some browsers, there is none of it. */
export function pushWorks(): boolean {
  return isSecureContext && 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;
}

/** Finds out how it stands; asks the person nothing. */
export async function refreshPush(): Promise<void> {
  if (!pushWorks()) return pushState.set('unsupported');
  if (Notification.permission === 'denied') return pushState.set('refused');
  const subscription = await present();
  pushState.set(subscription && Notification.permission === 'granted' ? 'on' : 'off');
  // The language may be another one by now.
  if (subscription) await keepWords();
}

/** Asks the browser's own question, and has this browser told from now on. */
export async function turnPushOn(): Promise<PushState> {
  if (!pushWorks()) return 'unsupported';
  const permission = await Notification.requestPermission();
  if (permission !== 'granted') {
    const state = permission === 'denied' ? 'refused' : 'off';
    pushState.set(state);
    return state;
  }
  const { publicKey } = await readPushKey();
  await navigator.serviceWorker.register('/sw.js', { scope: '/' });
  const worker = await navigator.serviceWorker.ready;
  await keepWords();
  const subscription = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOf(publicKey),
  });
  await addDevice(subscription.toJSON());
  pushState.set('on');
  return 'on';
}

/** This browser is told no more. */
export async function turnPushOff(): Promise<void> {
  const subscription = await present();
  if (!subscription) return;
  await subscription.unsubscribe();
  pushState.set('off');
  await removeDevice(subscription.endpoint);
}

async function present(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration('/');
  return (await registration?.pushManager.getSubscription()) ?? null;
}

async function keepWords(): Promise<void> {
  const phrases = phrasesOf(inbox, words.name, language);
  const cache = await caches.open(WORDS.cache);
  await cache.put(WORDS.path, new Response(JSON.stringify(phrases), { headers: { 'Content-Type': 'application/json' } }));
}

/** A key in base64url as its bytes: some browsers take nothing else. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, character => character.charCodeAt(0));
}
