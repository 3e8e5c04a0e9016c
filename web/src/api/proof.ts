import { readProblem } from './problem';

/** The code of a refusal that a fresh proof of who is asking turns into a yes. */
export const PROOF_REQUIRED = 'reauthentication-required';

/** Asks the person for a password, a code or a passkey; false when the person would rather not. */
export type Prove = () => Promise<boolean>;

let prove: Prove = async () => false;
let asking: Promise<boolean> | undefined;

/** Sets how a person is asked. */
export function proveBy(way: Prove): void {
  prove = way;
}

/**
 * Sends a request; when the server wants to know again who is asking, asks the person and sends it once more. Several
 * requests that are refused together ask once.
 */
export async function withProof(send: (again: boolean) => Promise<Response>): Promise<Response> {
  const answer = await send(false);
  if (answer.status !== 403 || (await readProblem(answer.clone())).code !== PROOF_REQUIRED) return answer;
  asking ??= prove().finally(() => (asking = undefined));
  return (await asking) ? send(true) : answer;
}
