import { session } from '../../api/session';
import { navigate, nextHere } from '../../router/router';
import { useStore } from '../store';

/** The account of who is signed in, if somebody is. */
export function useViewer(): string | undefined {
  const now = useStore(session);
  return now.state === 'in' ? now.account.id : undefined;
}

/** Leads visitors who are not signed in to where they can: true when it did. */
export function mustSignIn(): boolean {
  if (session.get().state === 'in') return false;
  navigate(`/login${nextHere()}`);
  return true;
}
