import { useLayoutEffect, useRef } from 'preact/hooks';

export interface TabEntry {
  id: string;
  name: string;
  href: string;
  testId: string;
  /** Beside the name. */
  count?: string | undefined;
}

interface TabsProps {
  label: string;
  tabs: readonly TabEntry[];
  chosen: string;
}

/** Several views of one thing, each with an address of its own. */
export function Tabs({ label, tabs, chosen }: TabsProps) {
  const row = useRef<HTMLElement>(null);
  // Where they do not all fit, the chosen one is in sight.
  useLayoutEffect(() => {
    const current = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (!row.current || !current) return;
    row.current.scrollLeft = current.offsetLeft + current.offsetWidth - row.current.clientWidth;
  }, [chosen]);
  return (
    <nav class="tabs" aria-label={label} ref={row}>
      {tabs.map(tab => (
        <a
          key={tab.id}
          class="tabs__tab"
          href={tab.href}
          aria-current={tab.id === chosen ? 'page' : undefined}
          data-testid={tab.testId}
        >
          <span>
            {tab.name}
            {tab.count && <small class="tabs__count figures"> {tab.count}</small>}
          </span>
        </a>
      ))}
    </nav>
  );
}
