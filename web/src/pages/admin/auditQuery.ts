/** What is looked for in the audit trail; times in UTC. */
export interface AuditQuery {
  actor?: string;
  action?: string;
  target?: string;
  from?: string;
  to?: string;
}

/** The query of a form: days are those of this browser, and the last one counts to its end. */
export function queryOf(fields: FormData): AuditQuery {
  const text = (name: string): string => String(fields.get(name) ?? '').trim();
  const query: AuditQuery = {};
  for (const name of ['actor', 'action', 'target'] as const) {
    if (text(name)) query[name] = text(name);
  }
  if (text('from')) query.from = new Date(`${text('from')}T00:00:00`).toISOString();
  if (text('to')) query.to = endOf(text('to')).toISOString();
  return query;
}

function endOf(day: string): Date {
  const end = new Date(`${day}T00:00:00`);
  end.setDate(end.getDate() + 1);
  return end;
}
