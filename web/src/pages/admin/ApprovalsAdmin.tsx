import { useState } from 'preact/hooks';
import { approve, listApprovals, reject } from '../../api/identity/admin';
import type { Approval } from '../../api/identity/adminTypes';
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
  const waiting = usePages<Approval>(cursor => listApprovals({ cursor }));
  const [rejecting, setRejecting] = useState<Approval>();
  const [reason, setReason] = useState('');
  const remove = (id: string): void => waiting.change(list => list.filter(one => one.account !== id));
  const letIn = async (waits: Approval): Promise<void> => {
    try {
      await approve(waits.account);
      remove(waits.account);
      tell(say.approvals.approved(waits.username));
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
                key={one.account}
                id={one.account}
                testId="approval"
                title={`@${one.username}`}
                about={
                  <>
                    <Age time={one.createdAt} />
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
            await reject(rejecting.account, reason.trim());
            remove(rejecting.account);
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
