import { useEffect, useState } from 'preact/hooks';

/** Colours of lines, by the token that holds them. */
export type Tone = '--chart-1' | '--chart-2' | '--chart-3' | '--chart-4' | '--chart-before';

/** Reads colours of the style as a canvas takes them: it knows neither tokens nor light-dark(). */
export function colourReader(element: HTMLElement): (token: string, alpha?: number) => string {
  const probe = element.appendChild(document.createElement('span'));
  probe.hidden = true;
  const known = new Map<string, string>();
  const read = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  return (token, alpha = 1) => {
    const colour = known.get(token) ?? read(token);
    known.set(token, colour);
    const [red, green, blue] = colour.match(/[\d.]+/g) ?? [];
    return `rgb(${red} ${green} ${blue} / ${alpha})`;
  };
}

/** Grows when light turns to dark or back, by the system or by the visitor. */
export function useThemeTurns(): number {
  const [turns, setTurns] = useState(0);
  useEffect(() => {
    const turn = (): void => setTurns(count => count + 1);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const observer = new MutationObserver(turn);
    dark.addEventListener('change', turn);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      dark.removeEventListener('change', turn);
      observer.disconnect();
    };
  }, []);
  return turns;
}
