import { useState } from 'preact/hooks';
import { Icon } from '../../parts/Icon';
import { analytics as say } from '../../words/analytics';

interface DataTableProps {
  label: string;
  head: readonly string[];
  rows: () => readonly (readonly string[])[];
}

/** The numbers of a chart as a table, for who reads rather than looks. Made when it is opened. */
export function DataTable({ label, head, rows }: DataTableProps) {
  const [open, setOpen] = useState(false);
  return (
    <div class="data">
      <button class="data__door" aria-expanded={open} onClick={() => setOpen(!open)} data-testid="table-toggle">
        <span class="data__mark">
          <Icon name="chevron" size={18} />
        </span>
        {open ? say.hideTable : say.table}
      </button>
      {open && (
        <div class="data__scroll" role="region" aria-label={say.numbersOf(label)} tabIndex={0}>
          <table class="data__table figures" data-testid="data-table">
            <thead>
              <tr>
                {head.map(name => (
                  <th scope="col" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows().map(([first, ...others], index) => (
                <tr key={index}>
                  <th scope="row">{first}</th>
                  {others.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
