/** Our own signs on a grid of 24, drawn with strokes; those of the player are filled. */
const STROKES = {
  home: 'M4 10.5 12 4l8 6.5V19a1 1 0 0 1-1 1h-4.5v-5.5h-5V20H5a1 1 0 0 1-1-1z',
  upload: 'M12 15.5V4.5m0 0L7.5 9M12 4.5 16.5 9M4.5 15v3a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-3',
  studio: 'M4 6.5A1.5 1.5 0 0 1 5.5 5h13A1.5 1.5 0 0 1 20 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5zM10 9.25v5.5l4.75-2.75z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c.8-3.6 3.7-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  globe: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM3.5 12h17M12 3.5c2.5 2.5 3.5 5.4 3.5 8.5s-1 6-3.5 8.5c-2.5-2.5-3.5-5.4-3.5-8.5s1-6 3.5-8.5z',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7L12 17.7',
  lock: 'M6.5 11h11v8.5h-11zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  edit: 'M5 19l.8-3.7L15.6 5.5a1.7 1.7 0 0 1 2.4 0l.5.5a1.7 1.7 0 0 1 0 2.4L8.7 18.2zM14 7.1 16.9 10',
  trash: 'M5 7h14M9.5 7V4.5h5V7M7 7l.8 12.5h8.4L17 7M10.3 10.5v5.5M13.7 10.5v5.5',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.5 10 17.5 19.5 7',
  alert: 'M12 4 21 19.5H3zM12 10v4.5M12 17v.2',
  retry: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4.5V9H15',
  chevron: 'M7 10l5 5 5-5',
  eye: 'M2.5 12C4.5 8 8 5.8 12 5.8S19.5 8 21.5 12c-2 4-5.5 6.2-9.5 6.2S4.5 16 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  eyeOff: 'M4 4l16 16M9.9 6c.7-.1 1.4-.2 2.1-.2 4 0 7.5 2.2 9.5 6.2-.7 1.4-1.6 2.6-2.7 3.6M6.5 7.7C4.8 8.7 3.5 10.2 2.5 12c2 4 5.5 6.2 9.5 6.2 1.5 0 2.9-.3 4.2-.9M10 10a3 3 0 0 0 4.1 4.2',
  share: 'M12 14.5v-11m0 0L8.5 7M12 3.5 15.5 7M7.5 10.5H6a1.5 1.5 0 0 0-1.5 1.5v6.5A1.5 1.5 0 0 0 6 20h12a1.5 1.5 0 0 0 1.5-1.5V12a1.5 1.5 0 0 0-1.5-1.5h-1.5',
  film: 'M4.5 5h15v14h-15zM8 5v14M16 5v14M4.5 9.7H8M4.5 14.3H8M16 9.7h3.5M16 14.3h3.5',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M18.4 5.6l-1.1 1.1M6.7 17.3l-1.1 1.1',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  screen: 'M3.5 5h17v11.5h-17zM9 20h6',
  out: 'M14 4.5H6.5A1.5 1.5 0 0 0 5 6v12a1.5 1.5 0 0 0 1.5 1.5H14M10 12h10m0 0-3.5-3.5M20 12l-3.5 3.5',
  gone: 'M4.5 6.5h15v11h-15zM9.5 10.2l5 4.6M14.5 10.2l-5 4.6',
  copy: 'M8.5 8.5h11v11h-11zM15.5 5V4.5h-11v11H5',
  key: 'M14.5 14a5 5 0 1 0-4.6-3L4 17v3h3v-2h2v-2h2l1.2-2.3c.7.2 1.5.3 2.3.3zM15.5 8.5v.1',
  phone: 'M8 3.5h8a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1zM11 17.5h2',
  keyboard: 'M3 7h18v10.5H3zM6.5 10.5h.1M10 10.5h.1M13.5 10.5h.1M17 10.5h.1M8 14h8',
} as const;

const SHAPES = {
  play: 'M7.5 4.7c0-.9 1-1.5 1.8-1l11 7.2c.7.5.7 1.6 0 2.1l-11 7.3c-.8.5-1.8-.1-1.8-1z',
  pause: 'M6.5 4.5h3.7v15H6.5zM13.8 4.5h3.7v15h-3.7z',
  replay: 'M12 5V1.8L6.8 6.2 12 10.6V7.3a5.7 5.7 0 1 1-5.7 5.7H4A8 8 0 1 0 12 5z',
  volume: 'M3.5 9.2v5.6h3.7l5 4.2V5l-5 4.2zM14.3 8.2v7.6a4.2 4.2 0 0 0 0-7.6zM14.3 4.3v2a6 6 0 0 1 0 11.4v2a8 8 0 0 0 0-15.4z',
  quiet: 'M3.5 9.2v5.6h3.7l5 4.2V5l-5 4.2zM14.3 8.2v7.6a4.2 4.2 0 0 0 0-7.6z',
  muted: 'M3.5 9.2v5.6h3.7l5 4.2V5l-5 4.2zM15 9.3l1.3-1.3 2.2 2.2L20.7 8 22 9.3 19.8 11.5 22 13.7 20.7 15l-2.2-2.2L16.3 15 15 13.7l2.2-2.2z',
  gear: 'M10.2 2.5h3.6l.5 2.7 1.5.8 2.6-1 1.8 3.1-2.1 1.8v1.7l2.1 1.8-1.8 3.1-2.6-1-1.5.9-.5 2.6h-3.6l-.5-2.6-1.5-.9-2.6 1-1.8-3.1 2.1-1.8v-1.7L3.8 8.1 5.6 5l2.6 1 1.5-.8zM12 8.9a2.9 2.9 0 1 0 0 5.8 2.9 2.9 0 0 0 0-5.8z',
  captions: 'M4.5 5h15A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5v-11A1.5 1.5 0 0 1 4.5 5zM8.7 9.3a2.7 2.7 0 1 0 1.9 4.6l-1-1a1.3 1.3 0 1 1 0-1.8l1-1a2.6 2.6 0 0 0-1.9-.8zm6.5 0a2.7 2.7 0 1 0 1.9 4.6l-1-1a1.3 1.3 0 1 1 0-1.8l1-1a2.6 2.6 0 0 0-1.9-.8z',
  pip: 'M3 5.5A1.5 1.5 0 0 1 4.5 4h15A1.5 1.5 0 0 1 21 5.5V11h-2V6H5v12h5v2H4.5A1.5 1.5 0 0 1 3 18.5zM12.5 13H21v7h-8.5z',
  theatre: 'M2.5 6.5h19v11h-19zm2 2v7h15v-7z',
  theatreOff: 'M2.5 5h19v14h-19zm2 2v10h9.5V7zm11.5 0v10h3.5V7z',
  full: 'M4 4h6v2.2H6.2V10H4zM14 4h6v6h-2.2V6.2H14zM4 14h2.2v3.8H10V20H4zM17.8 14H20v6h-6v-2.2h3.8z',
  fullOff: 'M7.8 4H10v6H4V7.8h3.8zM14 4h2.2v3.8H20V10h-6zM4 14h6v6H7.8v-3.8H4zM14 14h6v2.2h-3.8V20H14z',
} as const;

export type IconName = keyof typeof STROKES | keyof typeof SHAPES;

/** A sign beside words, or in a button that has a name of its own: it says nothing to a screen reader. */
export function Icon({ name, size = 24 }: { name: IconName; size?: number }) {
  const filled = name in SHAPES;
  const path = filled ? SHAPES[name as keyof typeof SHAPES] : STROKES[name as keyof typeof STROKES];
  return (
    <svg class="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      {filled ? (
        <path d={path} fill="currentColor" fill-rule="evenodd" />
      ) : (
        <path d={path} fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" />
      )}
    </svg>
  );
}
