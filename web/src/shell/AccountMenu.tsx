import { useState } from 'preact/hooks';
import { signOut } from '../api/accounts';
import { problemOf } from '../api/problem';
import { session } from '../api/session';
import { Avatar } from '../parts/Avatar';
import { Icon, type IconName } from '../parts/Icon';
import { useStore } from '../parts/store';
import { currentPlace, navigate } from '../router/router';
import { chooseLanguage, language, LANGUAGES, words, type Language } from '../words';
import { Popover } from './Popover';
import { chooseTheme, currentTheme, THEMES, type Theme } from './theme';
import { tell } from './toasts';
import './account-menu.css';

const THEME_SIGNS: Record<Theme, IconName> = { system: 'screen', light: 'sun', dark: 'moon' };

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
          {now.state === 'in' ? <SignedIn name={now.account.displayName} close={close} /> : <SignedOut close={close} />}
          <ThemeChoice />
          <LanguageChoice />
        </div>
      )}
    </Popover>
  );
}

function SignedIn({ name, close }: { name: string; close: () => void }) {
  const leave = async (): Promise<void> => {
    close();
    try {
      await signOut();
      tell(words.signedOut);
      navigate('/');
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <div class="account__who">
      <strong dir="auto">{name}</strong>
      <button class="button" onClick={leave} data-testid="sign-out">
        <Icon name="out" size={18} />
        {words.signOut}
      </button>
    </div>
  );
}

function SignedOut({ close }: { close: () => void }) {
  const { path } = currentPlace();
  const next = path === '/login' || path === '/register' ? '' : `?next=${encodeURIComponent(path)}`;
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

function ThemeChoice() {
  const [theme, setTheme] = useState(currentTheme());
  return (
    <fieldset class="choice">
      <legend>{words.theme}</legend>
      <div class="choice__row">
        {THEMES.map(one => (
          <label class="choice__one" key={one}>
            <input
              type="radio"
              name="theme"
              value={one}
              checked={theme === one}
              data-testid={`theme-${one}`}
              onChange={() => {
                chooseTheme(one);
                setTheme(one);
              }}
            />
            <Icon name={THEME_SIGNS[one]} size={18} />
            {words.themes[one]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function LanguageChoice() {
  return (
    <fieldset class="choice">
      <legend>{words.languageChoice}</legend>
      <div class="choice__row">
        {LANGUAGES.map(one => (
          <label class="choice__one" key={one.code} lang={one.code}>
            <input
              type="radio"
              name="language"
              value={one.code}
              checked={language === one.code}
              data-testid={`language-${one.code}`}
              onChange={() => chooseLanguage(one.code as Language)}
            />
            {one.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
