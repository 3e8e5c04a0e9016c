import { useState } from 'preact/hooks';
import { listAccounts } from '../../api/identity/admin';
import { ACCOUNT_STATES, ROLES, type KnownAccount } from '../../api/identity/adminTypes';
import { Age } from '../../parts/Age';
import { SelectField, TextField } from '../../parts/Field';
import { Paged } from '../../parts/identity/Loaded';
import { Item, Part } from '../../parts/identity/Part';
import { usePages } from '../../parts/identity/usePages';
import { admin as say } from '../../words/admin';
import { AccountDialog } from './AccountDialog';
import { useLatest } from './useLatest';

export const STATE_TONES: Record<string, string> = {
  active: 'badge badge--good',
  'awaiting-approval': 'badge badge--wait',
  suspended: 'badge badge--danger',
  leaving: 'badge badge--wait',
};

export function AccountsAdmin() {
  const [query, setQuery] = useState('');
  const [state, setState] = useState('');
  const [role, setRole] = useState('');
  const [open, setOpen] = useState<KnownAccount>();
  const asked = useLatest(query);
  const accounts = usePages<KnownAccount>(
    cursor => listAccounts({ query: asked, state, role, cursor }),
    `${asked} ${state} ${role}`,
  );
  const replace = (account: KnownAccount): void => {
    accounts.change(list => list.map(one => (one.id === account.id ? account : one)));
    setOpen(account);
  };
  return (
    <Part quiet title={say.rooms.accounts} testId="accounts">
      <div class="filters" role="search">
        <TextField
          label={say.accounts.search}
          type="search"
          autoComplete="off"
          onInput={event => setQuery(event.currentTarget.value)}
          data-testid="accounts-search"
        />
        <SelectField
          label={say.accounts.state}
          value={state}
          choices={choicesOf(ACCOUNT_STATES, say.states)}
          onChoose={setState}
          data-testid="accounts-state"
        />
        <SelectField
          label={say.accounts.role}
          value={role}
          choices={choicesOf(ROLES, say.roles)}
          onChoose={setRole}
          data-testid="accounts-role"
        />
      </div>
      <Paged of={accounts} failed={say.failed} empty={say.accounts.none} testId="accounts">
        {list => (
          <ul class="items" data-testid="account-list">
            {list.map(one => (
              <Item
                key={one.id}
                id={one.id}
                testId="account-row"
                title={
                  <>
                    <span dir="auto">{one.displayName}</span>
                    <span class="soft">@{one.username}</span>
                    {one.state !== 'active' && <span class={STATE_TONES[one.state]}>{say.states[one.state]}</span>}
                  </>
                }
                about={
                  <>
                    {one.roles.map(name => say.roles[name] ?? name).join(', ')} ·{' '}
                    {say.accounts.joined} <Age time={one.createdAt} />
                  </>
                }
              >
                <button
                  class="button"
                  aria-label={say.accounts.openOf(one.username)}
                  onClick={() => setOpen(one)}
                  data-testid="account-open"
                >
                  {say.accounts.open}
                </button>
              </Item>
            ))}
          </ul>
        )}
      </Paged>
      {open && <AccountDialog account={open} onChange={replace} onClose={() => setOpen(undefined)} />}
    </Part>
  );
}

function choicesOf(values: readonly string[], names: Record<string, string>): { value: string; name: string }[] {
  return [{ value: '', name: say.accounts.any }, ...values.map(value => ({ value, name: names[value] ?? value }))];
}
