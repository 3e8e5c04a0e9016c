import { useEffect } from 'preact/hooks';
import { isTyping } from './typing';

/** j and k go to the next and the previous card of a list, by the link that leads to each. */
export function useCardKeys(link = '.card__link'): void {
  useEffect(() => {
    const move = (event: KeyboardEvent): void => {
      if ((event.key !== 'j' && event.key !== 'k') || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event)) return;
      const links = [...document.querySelectorAll<HTMLElement>(link)];
      const present = links.indexOf(document.activeElement as HTMLElement);
      const next = event.key === 'j' ? present + 1 : Math.max(0, present - 1);
      links[next]?.focus();
      links[next]?.scrollIntoView({ block: 'nearest' });
    };
    document.addEventListener('keydown', move);
    return () => document.removeEventListener('keydown', move);
  }, [link]);
}
