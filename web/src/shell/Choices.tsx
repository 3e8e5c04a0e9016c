import { useState } from 'preact/hooks';
import { Icon, type IconName } from '../parts/Icon';
import { chooseLanguage, language, LANGUAGES, words } from '../words';
import { chooseTheme, currentTheme, THEMES, type Theme } from './theme';
import './choices.css';

const THEME_SIGNS: Record<Theme, IconName> = { system: 'screen', light: 'sun', dark: 'moon' };

export function ThemeChoice() {
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

export function LanguageChoice() {
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
              onChange={() => chooseLanguage(one.code)}
            />
            {one.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
