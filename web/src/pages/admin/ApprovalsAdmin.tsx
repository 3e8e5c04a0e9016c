import { useState } from 'preact/hooks';
import { approve, listAccounts, reject } from '../../api/identity/admin';
import type { KnownAccount } from '../../api/identity/adminTypes';
import { problemOf } from '../../api/problem';
import { Age } from '../../parts/Age';
import { AreaField } from '../../parts/Field';
import { Confirm } from '../../parts/identity/Confirm';
import { Paged } from '../../parts/identity/Loaded';
import { Item, Part } from '../../parts/identity/Part';
import { usePages } from '../../parts/identity/usePages';
import { tell } from '../../shell/toasts';
import { admin as say } from '../../words/admin';

export function ApprovalsAdmin() {
  const waiting = usePages<KnownAccount>(cursor => listAccounts({ state: 'awaiting-approval', cursor }));
  const [rejecting, setRejecting] = useState<KnownAccount>();
  const [reason, setReason] = useState('');
  const remove = (id: string): void => waiting.change(list => list.filter(one => one.id !== id));
  const letIn = async (account: KnownAccount): Promise<void> => {
    try {
      await approve(account.id);
      remove(account.id);
      tell(say.approvals.approved(account.username));
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <Part quiet title={say.rooms.approvals} hint={say.approvals.hint} testId="approvals">
      <Paged of={waiting} failed={say.failed} empty={say.approvals.none} testId="approvals">
        {list => (
          <ul class="items">
            {list.map(one => (
              <Item
                key={one.id}
                id={one.id}
                testId="approval"
                title={
                  <>
                    <span dir="auto">{one.displayName}</span> <span class="soft">@{one.username}</span>
                  </>
                }
                about={
                  <>
                    {one.email} · <Age time={one.createdAt} />
                    <br />
                    <span dir="auto">{one.reason || say.approvals.noReason}</span>
                  </>
                }
              >
                <button class="button" onClick={() => setRejecting(one)} data-testid="approval-reject">
                  {say.approvals.reject}
                </button>
                <button
                  class="button button--primary"
                  onClick={() => void letIn(one)}
                  data-testid="approval-approve"
                >
                  {say.approvals.approve}
                </button>
              </Item>
            ))}
          </ul>
        )}
      </Paged>
      {rejecting && (
        <Confirm
          title={say.approvals.rejectTitle}
          testId="reject-dialog"
          act={say.approvals.reject}
          onClose={() => setRejecting(undefined)}
          onConfirm={async () => {
            await reject(rejecting.id, reason.trim());
            remove(rejecting.id);
            setReason('');
            tell(say.approvals.rejected(rejecting.username));
          }}
        >
          <p>{say.approvals.rejectHint}</p>
          <AreaField
            label={say.approvals.rejectReason}
            optional
            maxLength={500}
            dir="auto"
            onInput={setReason}
            data-testid="reject-reason"
          />
        </Confirm>
      )}
    </Part>
  );
}
