import { signOut } from '../api/accounts';
import { problemOf } from '../api/problem';
import { session } from '../api/session';
import type { Account } from '../api/types';
import { Avatar } from '../parts/Avatar';
import { Icon } from '../parts/Icon';
import { useStore } from '../parts/store';
import { currentPlace, navigate, nextHere } from '../router/router';
import { words } from '../words';
import { LanguageChoice, ThemeChoice } from './Choices';
import { Popover } from './Popover';
import { tell } from './toasts';
import './account-menu.css';

/** Where signing in is what the page is about already. */
export const ENTRANCES = ['/login', '/register'];

/** Who is signed in, and what belongs to this browser: appearance and language. */
export function AccountMenu() {
  const now = useStore(session);
  const button =
    now.state === 'in' ? (
      <>
        <Avatar owner={now.account} />
        <span class="unseen">{words.account}: </span>
        <span class="account__name">
          <span dir="auto">{now.account.displayName}</span>
          <small>@{now.account.username}</small>
        </span>
      </>
    ) : (
      <>
        <span class="account__nobody">
          <Icon name="person" size={22} />
        </span>
        <span class="unseen">{words.account}</span>
        <span class="account__name" aria-hidden="true">
          {words.account}
        </span>
      </>
    );
  return (
    <Popover class="account" button={button} buttonClass="account__button" testId="account-menu">
      {close => (
        <div class="account__panel" data-testid="account-panel">
          {now.state === 'in' ? <SignedIn account={now.account} close={close} /> : <SignedOut close={close} />}
          <ThemeChoice />
          <LanguageChoice />
        </div>
      )}
    </Popover>
  );
}

function SignedIn({ account, close }: { account: Account; close: () => void }) {
  const leave = async (): Promise<void> => {
    close();
    try {
      await forgetDevice();
      await signOut();
      tell(words.signedOut);
      navigate('/');
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
  };
  const places = [
    { path: `/@${account.username}`, name: words.profile, testId: 'menu-profile' },
    { path: '/search', name: words.social.search, testId: 'menu-search' },
    { path: '/bookmarks', name: words.social.bookmarks, testId: 'menu-bookmarks' },
    { path: '/likes', name: words.social.likes, testId: 'menu-likes' },
    { path: '/lists', name: words.social.lists, testId: 'menu-lists' },
    { path: '/drafts', name: words.social.drafts, testId: 'menu-drafts' },
    ...(account.privateAccount
      ? [{ path: '/follow-requests', name: words.social.followRequests, testId: 'menu-requests' }]
      : []),
    { path: '/settings', name: words.settings, testId: 'menu-settings' },
    { path: '/developer', name: words.developer, testId: 'menu-developer' },
    ...(account.roles?.some(role => role === 'admin' || role === 'moderator')
      ? [{ path: '/admin', name: words.administration, testId: 'menu-admin' }]
      : []),
  ];
  return (
    <>
      <div class="account__who">
        <strong dir="auto">{account.displayName}</strong>
        <button class="button" onClick={leave} data-testid="sign-out">
          <Icon name="out" size={18} />
          {words.signOut}
        </button>
      </div>
      <ul class="account__places">
        {places.map(place => (
          <li key={place.path}>
            <a class="account__place" href={place.path} onClick={close} data-testid={place.testId}>
              {place.name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whoever uses this browser next is not told of the other's news. */
async function forgetDevice(): Promise<void> {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
  try {
    await (await import('../parts/push/push')).turnPushOff();
  } catch {
    // The device is dropped when the push service no longer knows it.
  }
}

function SignedOut({ close }: { close: () => void }) {
  const next = ENTRANCES.includes(currentPlace().path) ? '' : nextHere();
  return (
    <div class="account__who account__who--out">
      <a class="button button--primary" href={`/login${next}`} onClick={close} data-testid="sign-in-link">
        {words.signIn}
      </a>
      <a class="button" href={`/register${next}`} onClick={close} data-testid="register-link">
        {words.register}
      </a>
    </div>
  );
}
