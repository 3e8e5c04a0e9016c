import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Conversation, Folder } from '../../api/inbox/messages';
import type { Person } from '../../api/social/types';
import { Age } from '../../parts/Age';
import { Avatar, nameOf } from '../../parts/Avatar';
import { useCardKeys } from '../../parts/cardKeys';
import { Place } from '../../parts/identity/Loaded';
import { Empty, Failed } from '../../parts/Notice';
import { useViewer } from '../../parts/post/viewer';
import { useStore } from '../../parts/store';
import { words } from '../../words';
import { inbox } from '../../words/inbox';
import { isLeaving, loadFolder, shelves } from './shelves';

const say = inbox.messages;

/** Where each list was left: opening a conversation does not move it. */
const left: Record<Folder, number> = { accepted: 0, requests: 0 };

interface ConversationsProps {
  folder: Folder;
  open: string;
  onWrite: () => void;
}

/** The conversations of one folder, with the newest message first. */
export function Conversations({ folder, open, onWrite }: ConversationsProps) {
  const shelf = useStore(shelves)[folder];
  const viewer = useViewer() ?? '';
  const list = useRef<HTMLDivElement>(null);
  const ready = shelf.items !== undefined;
  useCardKeys('.letter__link');
  useLayoutEffect(() => {
    if (list.current) list.current.scrollTop = left[folder];
  }, [folder, ready]);
  if (!shelf.items) {
    if (!shelf.problem) return <Place lines={6} />;
    const retry = (): void => void loadFolder(folder);
    return <Failed title={say.failed} problem={shelf.problem} testId="conversations-failed" retry={retry} />;
  }
  const items = shelf.items.filter(one => !isLeaving(one.id));
  if (items.length === 0 && !shelf.cursor) {
    return (
      <Empty icon="mail" title={say.none[folder]} hint={say.noneHint[folder]} testId="conversations-empty">
        {folder === 'accepted' && (
          <button class="button button--primary" onClick={onWrite} data-testid="write-first">
            {say.write}
          </button>
        )}
      </Empty>
    );
  }
  return (
    <div
      class="letters__list"
      ref={list}
      tabIndex={-1}
      onScroll={event => (left[folder] = event.currentTarget.scrollTop)}
    >
      <ul data-testid="conversations">
        {items.map(one => (
          <li key={one.id}>
            <Entry one={one} open={one.id === open} viewer={viewer} />
          </li>
        ))}
      </ul>
      {shelf.problem && (
        <Failed
          title={say.failed}
          problem={shelf.problem}
          testId="conversations-more-failed"
          retry={() => void loadFolder(folder, shelf.cursor !== undefined)}
        />
      )}
      {shelf.cursor && !shelf.problem && (
        <button
          class="button letters__more"
          disabled={shelf.loading}
          onClick={() => void loadFolder(folder, true)}
          data-testid="load-more"
        >
          {words.loadMore}
        </button>
      )}
    </div>
  );
}

function Entry({ one, open, viewer }: { one: Conversation; open: boolean; viewer: string }) {
  const last = one.lastMessage;
  const unread = one.unread && !open;
  return (
    <a
      class={unread ? 'letter letter__link letter--unread' : 'letter letter__link'}
      href={`/messages/${one.id}`}
      aria-current={open ? 'page' : undefined}
      data-testid="conversation"
      data-conversation-id={one.id}
      data-unread={unread}
    >
      <Faces people={one.people} />
      <span class="letter__words">
        <span class="letter__name" dir="auto">
          {titleOf(one)}
        </span>
        {last && (
          <small class="soft">
            <Age time={last.createdAt} />
          </small>
        )}
        <span class="letter__last" dir="auto">
          {last && (last.deleted ? say.takenBack : last.author === viewer ? say.you(last.text ?? '') : last.text)}
        </span>
        {unread && (
          <span class="letter__new">
            <span class="unseen">{say.unread}</span>
          </span>
        )}
      </span>
    </a>
  );
}

export function Faces({ people }: { people: readonly Person[] }) {
  const [first, second] = people;
  if (!first) return <span class="avatar avatar--l avatar--1" aria-hidden="true" />;
  if (!second) return <Avatar owner={first} size="l" />;
  return (
    <span class="pair" aria-hidden="true">
      <Avatar owner={first} size="s" />
      <Avatar owner={second} size="s" />
    </span>
  );
}

/** With whom somebody talks. */
export function titleOf(one: Pick<Conversation, 'people'>): string {
  return one.people.map(nameOf).join(', ') || say.nobody;
}
