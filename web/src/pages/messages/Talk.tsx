import { useEffect, useState } from 'preact/hooks';
import { readConversation, type Conversation } from '../../api/inbox/messages';
import { problemOf, type Problem } from '../../api/problem';
import { onLive } from '../../live/stream';
import { Place } from '../../parts/identity/Loaded';
import { Empty, Failed } from '../../parts/Notice';
import { useStore } from '../../parts/store';
import { useTitle } from '../../parts/title';
import { words } from '../../words';
import { inbox } from '../../words/inbox';
import { Request } from './Request';
import { Said } from './Said';
import { isLeaving, knownConversation, putConversation, shelves } from './shelves';
import { TalkHead } from './TalkHead';
import { loadNewest } from './talks';
import { titleOf } from './Conversations';
import { WriteBox } from './WriteBox';

const say = inbox.messages;

/** One conversation: what was said, and where the next thing is written. */
export function Talk({ id, viewer }: { id: string; viewer: string }) {
  const [conversation, problem, retry] = useConversation(id);
  // What was unread when it was opened stays marked.
  const [readUpTo, setReadUpTo] = useState<string>();
  useTitle(conversation ? titleOf(conversation) : words.social.messages);
  useEffect(() => {
    if (conversation && readUpTo === undefined) setReadUpTo(conversation.readUpTo);
  }, [conversation]);
  useEffect(() => void loadNewest(id), [id]);
  if (problem && (!conversation || problem.status === 404)) {
    if (problem.status !== 404) {
      return <Failed title={say.failedMessages} problem={problem} testId="talk-failed" retry={retry} />;
    }
    return (
      <Empty icon="gone" title={say.missing} hint={say.missingHint} testId="talk-missing">
        <a class="button button--primary" href="/messages">
          {say.toList}
        </a>
      </Empty>
    );
  }
  if (!conversation || isLeaving(id)) return <Place lines={6} />;
  return (
    <div class="talk" data-testid="talk" data-state={conversation.state}>
      <TalkHead conversation={conversation} />
      <Said conversation={conversation} viewer={viewer} readUpTo={readUpTo} />
      {conversation.state === 'requested' ? (
        <Request conversation={conversation} />
      ) : (
        <WriteBox key={id} id={id} />
      )}
    </div>
  );
}

/** The conversation as it is known, asked for anew when it is opened. */
function useConversation(id: string): [Conversation | undefined, Problem | undefined, () => void] {
  useStore(shelves);
  const [read, setRead] = useState<Conversation>();
  const [problem, setProblem] = useState<Problem>();
  const load = async (): Promise<void> => {
    setProblem(undefined);
    try {
      const now = await readConversation(id);
      setRead(now);
      putConversation(now, false);
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  };
  useEffect(() => {
    void load();
    return onLive('resumed', () => void load());
  }, [id]);
  return [knownConversation(id) ?? read, problem, () => void load()];
}
