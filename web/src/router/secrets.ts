/** What may stand after the `#` of a link that was sent to one person only, or of a provider's way back. */
const SECRET = /^#(?:token|ticket|invite|code|challenge|problem)=/;

type Bar = Pick<Location, 'hash' | 'pathname' | 'search'>;
type Past = Pick<History, 'state' | 'replaceState'>;

/**
 * Reads the secret of an address and takes it out of the address bar and the history at once: whoever looks at the
 * screen later, or goes back, finds the page without it. The server never sees what follows a `#`.
 */
export function takeSecrets(bar: Bar, past: Past): URLSearchParams {
  if (!SECRET.test(bar.hash)) return new URLSearchParams();
  const secrets = new URLSearchParams(bar.hash.slice(1));
  past.replaceState(past.state, '', bar.pathname + bar.search);
  return secrets;
}
