import { memory } from '../parts/memory';

export type Theme = 'system' | 'light' | 'dark';

export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** Also read by boot.js, before anything is painted. */
const chosen = memory<Theme>('theme');

export function currentTheme(): Theme {
  return chosen.get() ?? 'system';
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'system') chosen.clear();
  else chosen.set(theme);
  apply(theme);
}

export function followTheme(): void {
  chosen.onOthersChange(theme => apply(theme ?? 'system'));
}

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
