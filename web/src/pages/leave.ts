import { useEffect } from 'preact/hooks';
import { session } from '../api/session';
import { useStore } from '../parts/store';
import { ownAddress } from '../router/paths';
import { currentPlace, navigate } from '../router/router';

/** Goes on to where the visitor wanted, once it is known who that is. */
export function useLeaveWhenSignedIn(): void {
  const now = useStore(session);
  useEffect(() => {
    if (now.state === 'in') navigate(ownAddress(currentPlace().query.get('next'), location.origin), 'replace');
  }, [now.state]);
}
