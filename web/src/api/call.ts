import { readProblem } from './problem';
import { withProof } from './proof';
import { keepAccess, mayRenew, renew } from './session';

export interface CallOptions {
  /** Sent as JSON; a file or a piece of one goes as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** The same for each try of one intention, so that a creating call happens once. */
  idempotencyKey?: string;
  /** The call itself says who asks, by a password or the like: a 401 speaks of that, not of the session. */
  proves?: boolean;
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
  const answer = await withProof(again => sendAs(method, path, again ? afresh(options) : options));
  if (!answer.ok) throw await readProblem(answer);
  return { data: (await read(answer)) as T, etag: answer.headers.get('ETag') ?? undefined };
}

/** What an answer says: as JSON, or as the text that it is. */
async function read(answer: Response): Promise<unknown> {
  const text = answer.status === 204 ? '' : await answer.text();
  if (text === '') return undefined;
  return answer.headers.get('Content-Type')?.startsWith('text/') ? text : JSON.parse(text);
}

async function sendAs(method: string, path: string, options: CallOptions): Promise<Response> {
  const answer = await send(method, path, options);
  const over = answer.status === 401 && !options.proves && mayRenew();
  return over && (await renew()) ? send(method, path, options) : answer;
}

/** A refusal is remembered under its key like any other answer: what is tried after it needs another one. */
function afresh(options: CallOptions): CallOptions {
  return options.idempotencyKey ? { ...options, idempotencyKey: newKey() } : options;
}

function send(method: string, path: string, options: CallOptions): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', ...options.headers };
  if (!SAFE.has(method)) Object.assign(headers, CROSS_SITE);
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  const request: RequestInit = { method, headers, credentials: 'same-origin' };
  if (options.signal) request.signal = options.signal;
  if (options.body instanceof Blob) {
    headers['Content-Type'] = options.body.type || 'application/octet-stream';
    request.body = options.body;
  } else if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
    request.body = JSON.stringify(options.body);
  }
  return fetch(`/api/v1${path}`, request);
}

export function newKey(): string {
  // randomUUID is absent on pages that are served without TLS from another machine.
  return crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(4)), n => n.toString(16)).join('-');
}
