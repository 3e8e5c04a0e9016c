import { useState } from 'preact/hooks';
import { deleteInvite, listInvites } from '../../api/identity/admin';
import type { Invite } from '../../api/identity/adminTypes';
import { problemOf } from '../../api/problem';
import { Paged } from '../../parts/identity/Loaded';
import { Item, Part } from '../../parts/identity/Part';
import { usePages } from '../../parts/identity/usePages';
import { tell, tellUndoable } from '../../shell/toasts';
import { age } from '../../words/figures';
import { admin as say } from '../../words/admin';
import { InviteDialog } from './InviteDialog';

export function InvitesAdmin() {
  const invites = usePages<Invite>(cursor => listInvites({ cursor }));
  const [making, setMaking] = useState(false);
  const withdraw = (invite: Invite): void => {
    invites.change(list => list.filter(one => one.id !== invite.id));
    const settle = async (): Promise<void> => {
      try {
        await deleteInvite(invite.id);
      } catch (thrown) {
        tell(problemOf(thrown).sentence);
        invites.reload();
      }
    };
    tellUndoable(say.invites.withdrawn, invites.reload, () => void settle());
  };
  const action = (
    <button class="button button--primary" onClick={() => setMaking(true)} data-testid="invite-new">
      {say.invites.create}
    </button>
  );
  return (
    <Part quiet title={say.rooms.invites} hint={say.invites.hint} action={action} testId="invites">
      <Paged of={invites} failed={say.failed} empty={say.invites.none} testId="invites">
        {list => (
          <ul class="items">
            {list.map(one => (
              <InviteItem key={one.id} invite={one} onWithdraw={() => withdraw(one)} />
            ))}
          </ul>
        )}
      </Paged>
      {making && <InviteDialog onClose={() => setMaking(false)} onMade={invites.reload} />}
    </Part>
  );
}

function InviteItem({ invite, onWithdraw }: { invite: Invite; onWithdraw: () => void }) {
  const over = invite.expiresAt ? Date.parse(invite.expiresAt) < Date.now() : false;
  const open = !invite.usedBy && !over;
  return (
    <Item
      id={invite.id}
      testId="invite"
      title={
        <>
          {invite.email ?? say.invites.link}
          <span class={open ? 'badge badge--good' : 'badge'}>
            {invite.usedBy ? say.invites.used : over ? say.invites.over : say.invites.unused}
          </span>
        </>
      }
      about={open && invite.expiresAt && `${say.invites.expiresAt} ${age(invite.expiresAt)}`}
    >
      {open && (
        <button class="button" onClick={onWithdraw} data-testid="invite-withdraw">
          {say.invites.withdraw}
        </button>
      )}
    </Item>
  );
}
