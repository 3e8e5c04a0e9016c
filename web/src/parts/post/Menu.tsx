import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Popover } from '../../shell/Popover';
import { Icon, type IconName } from '../Icon';

export interface MenuEntry {
  name: string;
  icon: IconName;
  act: () => void;
  testId: string;
  danger?: boolean;
}

interface MenuProps {
  /** What stands on the button. */
  button: ComponentChildren;
  buttonClass: string;
  testId: string;
  entries: () => readonly MenuEntry[];
}

/** A button with a list of what can be done; arrow keys go through it. */
export function Menu({ button, buttonClass, testId, entries }: MenuProps) {
  return (
    <Popover class="menu" button={button} buttonClass={buttonClass} testId={testId}>
      {close => <Entries entries={entries()} close={close} />}
    </Popover>
  );
}

function Entries({ entries, close }: { entries: readonly MenuEntry[]; close: () => void }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const keys = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <ul class="menu__list" ref={list} onKeyDown={keys}>
      {entries.map(entry => (
        <li key={entry.testId}>
          <button
            class={entry.danger ? 'menu__entry menu__entry--danger' : 'menu__entry'}
            data-testid={entry.testId}
            onClick={event => {
              // The button that opened it, so that the keyboard goes on there.
              event.currentTarget.closest('.menu')?.querySelector('button')?.focus();
              close();
              entry.act();
            }}
          >
            <Icon name={entry.icon} size={20} />
            {entry.name}
          </button>
        </li>
      ))}
    </ul>
  );
}
