import type { ComponentChildren } from 'preact';
import { Logo } from '../../parts/Logo';
import './entrance.css';

interface EntranceProps {
  title: string;
  hint?: string | undefined;
  testId?: string;
  children: ComponentChildren;
}

/** A page at the door: one column, one thing to do. */
export function Entrance({ title, hint, testId, children }: EntranceProps) {
  return (
    <div class="entrance" data-testid={testId}>
      <Logo size={48} />
      <h1>{title}</h1>
      {hint && <p class="soft">{hint}</p>}
      {children}
    </div>
  );
}

/** A link from one door to another; who came from a page goes back there from either. */
export function OtherDoor({ question, path, name }: { question?: string; path: string; name: string }) {
  const next = new URLSearchParams(location.search).get('next');
  return (
    <p class="soft">
      {question}{' '}
      <a class="entrance__link" href={next ? `${path}?next=${encodeURIComponent(next)}` : path}>
        {name}
      </a>
    </p>
  );
}
