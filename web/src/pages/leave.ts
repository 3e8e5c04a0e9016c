import { useEffect } from 'preact/hooks';
import { session } from '../api/session';
import { useStore } from '../parts/store';
import { isPage, ownAddress } from '../router/paths';
import { currentPlace, navigate } from '../router/router';

/** Goes on to where the visitor wanted, once it is known who that is; not while something is asked first. */
export function useLeaveWhenSignedIn(asking = false): void {
  const now = useStore(session);
  useEffect(() => {
    if (now.state === 'in' && !asking) leave();
  }, [now.state, asking]);
}

function leave(): void {
  const { query, secrets } = currentPlace();
  const next = ownAddress(query.get('next') ?? secrets.get('next'), location.origin);
  if (isPage(new URL(next, location.origin).pathname)) navigate(next, 'replace');
  // Such as the authorization server, which sent the visitor here.
  else location.replace(next);
}
