import type { Conversation } from '../../api/inbox/messages';
import { Place } from '../../parts/identity/Loaded';
import { nameOf } from '../../parts/Avatar';
import { Failed } from '../../parts/Notice';
import { useStore } from '../../parts/store';
import { words } from '../../words';
import { inbox } from '../../words/inbox';
import { Bubble, PendingBubble } from './Bubble';
import { dayName } from './days';
import { linesOf, readers } from './lines';
import { useReading, useReceipts } from './reading';
import { loadNewest, loadOlder, talkOf } from './talks';
import { useScroll } from './useScroll';

const say = inbox.messages;

interface SaidProps {
  conversation: Conversation;
  viewer: string;
  readUpTo: string | undefined;
}

/** What was said, the newest at the bottom; older ones come when somebody scrolls up, and nothing moves. */
export function Said({ conversation, viewer, readUpTo }: SaidProps) {
  const { id } = conversation;
  const talk = useStore(talkOf(id));
  const scroll = useScroll({
    first: talk.messages?.[0]?.id,
    count: (talk.messages?.length ?? 0) + talk.pending.length,
    pending: talk.pending.length,
    onTop: () => void loadOlder(id),
  });
  const newest = talk.messages?.at(-1);
  useReading(conversation, newest?.author === viewer ? undefined : newest?.id, scroll.along);
  const seen = talk.messages && readers(talk.messages, viewer, conversation);
  useReceipts(conversation, newest?.author === viewer && seen?.people.length !== conversation.people.length);
  if (!talk.messages) {
    return (
      <div class="talk__said">
        {talk.problem ? (
          <Failed
            title={say.failedMessages}
            problem={talk.problem}
            testId="messages-failed"
            retry={() => void loadNewest(id)}
          />
        ) : (
          <Place lines={5} />
        )}
      </div>
    );
  }
  const people = new Map(conversation.people.map(person => [person.id, person]));
  return (
    <div class="talk__middle">
      <div
        class="talk__said"
        ref={scroll.box}
        onScroll={scroll.onScroll}
        tabIndex={0}
        role="log"
        aria-label={words.social.messages}
      >
        <Beginning of={talk} retry={() => void loadOlder(id)} />
        <ol class="talk__lines" data-testid="messages">
          {linesOf(talk.messages, viewer, readUpTo).map(line =>
            line.kind === 'said' ? (
              <Bubble
                key={line.key}
                line={line}
                conversation={id}
                own={line.message.author === viewer}
                author={people.get(line.message.author)}
                named={conversation.kind === 'group'}
                withdrawn={talk.withdrawn.has(line.message.id)}
                receipt={
                  seen?.message === line.message.id
                    ? conversation.kind === 'direct'
                      ? say.read
                      : say.readBy(seen.people.map(nameOf).join(', '))
                    : undefined
                }
              />
            ) : (
              <li key={line.key} class={`talk__mark talk__mark--${line.kind}`} data-testid={`mark-${line.kind}`}>
                {line.kind === 'day' ? dayName(line.at) : say.unread}
              </li>
            ),
          )}
          {talk.pending.map(one => (
            <PendingBubble key={one.key} conversation={id} one={one} />
          ))}
        </ol>
      </div>
      {scroll.missed && (
        <button class="fresh__pill talk__pill" onClick={scroll.toEnd} data-testid="to-newest">
          {say.newBelow}
        </button>
      )}
    </div>
  );
}

function Beginning({ of, retry }: { of: ReturnType<ReturnType<typeof talkOf>['get']>; retry: () => void }) {
  if (of.problem) return <Failed title={say.failedMessages} problem={of.problem} testId="older-failed" retry={retry} />;
  return (
    <div class="talk__top">
      {of.loading ? (
        <span class="spinner" role="status" aria-label={words.loading} />
      ) : of.cursor ? (
        <button class="button button--quiet" onClick={retry} data-testid="load-older">
          {words.loadMore}
        </button>
      ) : (
        <p class="soft">{say.begun}</p>
      )}
    </div>
  );
}
