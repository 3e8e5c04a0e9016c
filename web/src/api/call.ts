import { readProblem } from './problem';
import { keepAccess, mayRenew, renew } from './session';

export interface CallOptions {
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** The same for each try of one intention, so that a creating call happens once. */
  idempotencyKey?: string;
}

export interface Answer<T> {
  data: T;
  etag: string | undefined;
}

const SAFE = new Set(['GET', 'HEAD']);

/** Headers that a request from this page must carry because a cookie says who sends it. */
export const CROSS_SITE = { 'X-Socialflow-Csrf': '1' };

/** Calls the API and reads its JSON. Renews access once when the server asks who this is. Throws a Problem. */
export async function call<T>(method: string, path: string, options: CallOptions = {}): Promise<T> {
  return (await exchange<T>(method, path, options)).data;
}

/** As call, with the entity tag of what was read. */
export async function exchange<T>(method: string, path: string, options: CallOptions = {}): Promise<Answer<T>> {
  await keepAccess();
  let answer = await send(method, path, options);
  if (answer.status === 401 && mayRenew() && (await renew())) {
    answer = await send(method, path, options);
  }
  if (!answer.ok) throw await readProblem(answer);
  const text = answer.status === 204 ? '' : await answer.text();
  return { data: (text === '' ? undefined : JSON.parse(text)) as T, etag: answer.headers.get('ETag') ?? undefined };
}

function send(method: string, path: string, options: CallOptions): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', ...options.headers };
  if (!SAFE.has(method)) Object.assign(headers, CROSS_SITE);
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  const request: RequestInit = { method, headers, credentials: 'same-origin' };
  if (options.signal) request.signal = options.signal;
  if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
    request.body = JSON.stringify(options.body);
  }
  return fetch(`/api/v1${path}`, request);
}

export function newKey(): string {
  // randomUUID is absent on pages that are served without TLS from another machine.
  return crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(4)), n => n.toString(16)).join('-');
}
