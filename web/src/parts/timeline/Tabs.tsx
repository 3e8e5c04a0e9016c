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
  return (
    <nav class="tabs" aria-label={label}>
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
