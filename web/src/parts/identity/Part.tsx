import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './identity.css';

interface PartProps {
  title: string;
  hint?: ComponentChildren;
  testId?: string;
  /** Its name stands above already: only a screen reader hears it here. */
  quiet?: boolean;
  /** What can be done with the whole of it. */
  action?: ComponentChildren;
  /** Of its heading; settings have a heading for the room above. */
  level?: 2 | 3;
  children?: ComponentChildren;
}

/** A part of a settings page, about one thing. */
export function Part({ title, hint, testId, quiet = false, action, level = 3, children }: PartProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class="part" aria-labelledby={id} data-testid={testId}>
      <header class="part__head">
        <div>
          <Heading id={id} class={quiet ? 'part__title unseen' : 'part__title'}>
            {title}
          </Heading>
          {hint && <p class="soft part__hint">{hint}</p>}
        </div>
        {action && <div class="part__action">{action}</div>}
      </header>
      {children}
    </section>
  );
}

interface ItemProps {
  title: ComponentChildren;
  about?: ComponentChildren;
  testId?: string;
  id?: string;
  lead?: ComponentChildren;
  children?: ComponentChildren;
}

/** One thing of a list, and what can be done with it. */
export function Item({ title, about, testId, id, lead, children }: ItemProps) {
  return (
    <li class="item" data-testid={testId} data-id={id}>
      {lead && <span class="item__lead">{lead}</span>}
      <div class="item__words">
        <p class="item__title">{title}</p>
        {about && <p class="item__about">{about}</p>}
      </div>
      {children && <div class="item__actions">{children}</div>}
    </li>
  );
}
