import { call, CROSS_SITE } from '../call';
import { Problem, readProblem } from '../problem';
import { keepAccess } from '../session';
import type { ConsentQuestion } from './types';

/** What a program asks for, in the address of the consent page. */
export interface Request {
  clientId: string;
  state: string;
  scopes: string[];
  /** Of a device that is somewhere else; then the answer goes to another address. */
  userCode?: string;
}

/** The request in an address such as /oauth/consent?client_id=…&state=…&scope=a+b. */
export function requestIn(query: URLSearchParams): Request | undefined {
  const clientId = query.get('client_id');
  const state = query.get('state');
  if (!clientId || !state) return undefined;
  const scopes = (query.get('scope') ?? '').split(' ').filter(scope => scope !== '');
  const userCode = query.get('user_code');
  return { clientId, state, scopes, ...(userCode && { userCode }) };
}

export function readConsent(request: Request): Promise<ConsentQuestion> {
  const query = new URLSearchParams({ client_id: request.clientId, scope: request.scopes.join(' ') });
  return call('GET', `/oauth/consents?${query}`);
}

/** Tells the server what was allowed, which is nothing when the program is refused; returns where to go on. */
export function decide(request: Request, allowed: readonly string[]): Promise<string | undefined> {
  const form = new URLSearchParams({ client_id: request.clientId, state: request.state });
  if (request.userCode) form.set('user_code', request.userCode);
  for (const scope of allowed) form.append('scope', scope);
  return post(request.userCode ? '/oauth2/device_verification' : '/oauth2/authorize', form);
}

/** Tells the code that a device shows; returns where its consent page is. */
export function enterUserCode(code: string): Promise<string | undefined> {
  return post('/oauth2/device_verification', new URLSearchParams({ user_code: code }));
}

/**
 * The endpoints of the authorization server take forms and answer with an address to go to. They are told to write it
 * down as JSON: a script cannot read where a redirect to another origin leads.
 */
async function post(path: string, form: URLSearchParams): Promise<string | undefined> {
  await keepAccess();
  const headers = { Accept: 'application/json', ...CROSS_SITE };
  const answer = await fetch(path, { method: 'POST', body: form, headers, credentials: 'same-origin' });
  if (answer.redirected) return answer.url;
  if (!answer.ok) throw await readProblem(answer);
  const text = await answer.text();
  if (text === '') return undefined;
  try {
    return (JSON.parse(text) as { redirect?: string }).redirect;
  } catch {
    throw new Problem(0, 'unreachable', 'the answer is not JSON');
  }
}

/** Only addresses that a browser may go to: a script is not one. Programs on a device have schemes of their own. */
export function isSafeRedirect(address: string, origin: string): boolean {
  try {
    return !['javascript:', 'data:', 'vbscript:', 'blob:', 'file:'].includes(new URL(address, origin).protocol);
  } catch {
    return false;
  }
}
