import { useState } from 'preact/hooks';
import { listMessages } from '../../api/identity/admin';
import type { SentMessage } from '../../api/identity/adminTypes';
import { Age } from '../../parts/Age';
import { Dialog } from '../../parts/Dialog';
import { Linked } from '../../parts/Linked';
import { Paged } from '../../parts/identity/Loaded';
import { Item, Part } from '../../parts/identity/Part';
import { usePages } from '../../parts/identity/usePages';
import { admin as say } from '../../words/admin';

const TONES: Record<SentMessage['state'], string> = {
  local: 'badge',
  queued: 'badge badge--wait',
  sent: 'badge badge--good',
  failed: 'badge badge--danger',
};

/** The outbox: on a program without a mail server the only place where letters arrive. */
export function MessagesAdmin() {
  const messages = usePages<SentMessage>(cursor => listMessages({ cursor }));
  const [open, setOpen] = useState<SentMessage>();
  return (
    <Part quiet title={say.rooms.messages} hint={say.messages.hint} testId="messages">
      <Paged of={messages} failed={say.failed} empty={say.messages.none} testId="messages">
        {list => (
          <ul class="items">
            {list.map(one => (
              <Item
                key={one.id}
                id={one.id}
                testId="message"
                title={
                  <>
                    <span dir="auto">{one.subject}</span>
                    <span class={TONES[one.state]}>{say.messages.states[one.state]}</span>
                  </>
                }
                about={
                  <>
                    {say.messages.to(one.to)} · <Age time={one.createdAt} />
                  </>
                }
              >
                <button class="button" onClick={() => setOpen(one)} data-testid="message-open">
                  {say.messages.show}
                </button>
              </Item>
            ))}
          </ul>
        )}
      </Paged>
      {open && (
        <Dialog title={open.subject} testId="message-dialog" onClose={() => setOpen(undefined)}>
          <p class="soft">{say.messages.to(open.to)}</p>
          <p class="letter" dir="auto" data-testid="message-text">
            {open.text ? <Linked text={open.text} /> : say.messages.gone}
          </p>
        </Dialog>
      )}
    </Part>
  );
}
