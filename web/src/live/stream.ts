import { keepAccess, session } from '../api/session';
import { EventReader } from './sse';

/** What the server tells while a page is open; `data` is as the API describes it. */
export interface LiveEvents {
  notification: Record<string, unknown>;
  home: { position?: string; post?: unknown };
  unread: { notifications: number; messages: number };
  message: Record<string, unknown>;
  /** The stream is there again after it was away: what happened meanwhile may have been missed. */
  resumed: Record<string, never>;
}

export type LiveKind = keyof LiveEvents;

interface Told {
  event: string;
  data: unknown;
}

/** Milliseconds. */
const BACK_OFF = 1_000;
const BACK_OFF_MAX = 60_000;

/** Milliseconds without even a heartbeat after which a stream counts as dead. */
const SILENCE_MAX = 60_000;

const listeners = new Map<string, Set<(data: never) => void>>();
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('sf.stream') : undefined;

let following: AbortController | undefined;

/**
 * Hears events of one kind until the function that it gives is called. All tabs of a browser share one connection: the
 * one that holds a lock keeps it and tells the others.
 */
export function onLive<K extends LiveKind>(kind: K, listener: (data: LiveEvents[K]) => void): () => void {
  const heard = listeners.get(kind) ?? new Set();
  listeners.set(kind, heard);
  heard.add(listener as (data: never) => void);
  return () => void heard.delete(listener as (data: never) => void);
}

/** Keeps a stream for whoever is signed in. Called once. */
export function startLive(): void {
  channel?.addEventListener('message', event => dispatch(event.data as Told));
  let reader: string | undefined;
  const follow = (): void => {
    const now = session.get();
    const next = now.state === 'in' ? now.account.id : undefined;
    if (next === reader) return;
    reader = next;
    following?.abort();
    following = undefined;
    if (next) {
      following = new AbortController();
      void lead(following.signal);
    }
  };
  session.subscribe(follow);
  follow();
}

/** Waits for its turn to hold the connection, then holds it as long as this tab is open. */
async function lead(signal: AbortSignal): Promise<void> {
  if (!navigator.locks) return connectAgain(signal);
  try {
    await navigator.locks.request('sf.stream', { signal }, () => connectAgain(signal));
  } catch {
    // Signed out while it waited.
  }
}

/** Connects, and again whenever the connection ends, later after each failure. */
async function connectAgain(signal: AbortSignal): Promise<void> {
  let lastId: string | undefined;
  let failures = 0;
  let retry = BACK_OFF;
  let connected = false;
  while (!signal.aborted) {
    const events = new EventReader();
    events.lastId = lastId;
    try {
      await keepAccess();
      await readAll(events, lastId, signal, () => {
        if (connected) tellAll({ event: 'resumed', data: {} });
        connected = true;
        failures = 0;
      });
    } catch {
      failures++;
    }
    lastId = events.lastId;
    retry = events.retry ?? retry;
    await pause(Math.min(BACK_OFF_MAX, retry * 2 ** failures) * (0.5 + chance()), signal);
  }
}

/** An EventSource can neither send the last id on a connection of its own nor tell why it was refused. */
async function readAll(
  events: EventReader,
  lastId: string | undefined,
  signal: AbortSignal,
  opened: () => void,
): Promise<void> {
  const watch = new AbortController();
  const stop = (): void => watch.abort();
  signal.addEventListener('abort', stop);
  let silence = setTimeout(stop, SILENCE_MAX);
  try {
    const headers: Record<string, string> = { Accept: 'text/event-stream' };
    if (lastId) headers['Last-Event-ID'] = lastId;
    const answer = await fetch('/api/v1/stream', { headers, signal: watch.signal, cache: 'no-store' });
    if (!answer.ok || !answer.body) throw new Error(`no stream: ${answer.status}`);
    opened();
    const pieces = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await pieces.read();
      if (done) return;
      clearTimeout(silence);
      silence = setTimeout(stop, SILENCE_MAX);
      for (const { event, data } of events.read(value)) {
        // The server no longer has what came after the last id.
        tellAll(event === 'reset' ? { event: 'resumed', data: {} } : { event, data: parse(data) });
      }
    }
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', stop);
  }
}

function tellAll(told: Told): void {
  channel?.postMessage(told);
  dispatch(told);
}

function dispatch({ event, data }: Told): void {
  [...(listeners.get(event) ?? [])].forEach(listener => listener(data as never));
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return {};
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** From 0 to 1. */
function chance(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;
}
