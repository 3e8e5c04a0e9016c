import { useState } from 'preact/hooks';
import { acceptConversation, type Conversation } from '../../api/inbox/messages';
import { problemOf } from '../../api/problem';
import { askMessages } from '../../live/unread';
import { tell } from '../../shell/toasts';
import { inbox } from '../../words/inbox';
import { titleOf } from './Conversations';
import { putConversation } from './shelves';
import { leave } from './TalkHead';

const say = inbox.messages;

/** Somebody writes whom this person does not follow: both can go on only when it is accepted. */
export function Request({ conversation }: { conversation: Conversation }) {
  const [busy, setBusy] = useState(false);
  const accept = async (): Promise<void> => {
    setBusy(true);
    try {
      await acceptConversation(conversation.id);
      putConversation({ ...conversation, state: 'member' }, true);
      void askMessages();
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
      setBusy(false);
    }
  };
  return (
    <aside class="talk__request" data-testid="message-request">
      <h3 dir="auto">{say.request(titleOf(conversation))}</h3>
      <p class="soft">{say.requestHint}</p>
      <div class="talk__acts">
        <button
          class="button button--primary"
          disabled={busy}
          onClick={() => void accept()}
          data-testid="request-accept"
        >
          {say.accept}
        </button>
        <button
          class="button"
          disabled={busy}
          onClick={() => leave(conversation, say.declined)}
          data-testid="request-decline"
        >
          {say.decline}
        </button>
      </div>
    </aside>
  );
}
