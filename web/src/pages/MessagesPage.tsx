import { useEffect, useState } from 'preact/hooks';
import type { Folder } from '../api/inbox/messages';
import { Icon } from '../parts/Icon';
import { Empty } from '../parts/Notice';
import { NewConversation } from '../parts/people/NewConversation';
import { RequireSignIn } from '../parts/RequireSignIn';
import { useStore } from '../parts/store';
import { Tabs } from '../parts/timeline/Tabs';
import { useTitle } from '../parts/title';
import { usePlace } from '../router/router';
import type { PageProps } from '../routes';
import { words } from '../words';
import { inbox } from '../words/inbox';
import { Conversations } from './messages/Conversations';
import { folderOf, knownConversation, loadFolder, shelves } from './messages/shelves';
import { Talk } from './messages/Talk';
import './messages/messages.css';
import '../parts/timeline/timeline.css';

const say = inbox.messages;

/** What people write to each other: the conversations, and beside them one of them. */
export default function MessagesPage({ id }: PageProps) {
  useTitle(words.social.messages);
  return (
    <RequireSignIn reason={say.signIn}>
      {account => (
        <div class={id ? 'letters letters--open' : 'letters'} data-testid="messages-page">
          <Side key={account.id} open={id} />
          <div class="letters__talk">
            {id ? (
              <Talk key={`${account.id}:${id}`} id={id} viewer={account.id} />
            ) : (
              <Empty icon="mail" title={say.choose} hint={say.chooseHint} testId="no-conversation" />
            )}
          </div>
        </div>
      )}
    </RequireSignIn>
  );
}

function Side({ open }: { open: string }) {
  const [writing, setWriting] = useState(false);
  const { query } = usePlace();
  useStore(shelves);
  const shown = open ? knownConversation(open) : undefined;
  const asked = query.get('folder') === 'requests' ? 'requests' : 'accepted';
  const folder: Folder = shown ? folderOf(shown) : asked;
  useEffect(() => {
    // Beside an open conversation the list stays as it is: what is new is told.
    for (const one of ['accepted', 'requests'] as const) {
      if (!open || !shelves.get()[one].items) void loadFolder(one);
    }
  }, []);
  const requests = shelves.get().requests;
  const waiting = requests.items?.length ?? 0;
  const tabs = (['accepted', 'requests'] as const).map(one => ({
    id: one,
    name: say.folders[one],
    href: one === 'accepted' ? '/messages' : '/messages?folder=requests',
    testId: `folder-${one}`,
    count: one === 'requests' && waiting > 0 ? `${waiting}${requests.cursor ? '+' : ''}` : undefined,
  }));
  return (
    <div class="letters__side">
      <header class="letters__head">
        <h1>{words.social.messages}</h1>
        <a
          class="icon-button"
          href="/settings/messages"
          aria-label={words.settings}
          title={words.settings}
          data-testid="message-settings"
        >
          <Icon name="gear" size={22} />
        </a>
        <button
          class="icon-button"
          aria-label={say.write}
          title={say.write}
          onClick={() => setWriting(true)}
          data-testid="new-conversation"
        >
          <Icon name="edit" size={22} />
        </button>
      </header>
      <Tabs label={words.social.tabs} tabs={tabs} chosen={folder} />
      <Conversations folder={folder} open={open} onWrite={() => setWriting(true)} />
      {writing && <NewConversation onClose={() => setWriting(false)} />}
    </div>
  );
}
