import { useState } from 'preact/hooks';
import { problemOf } from '../../api/problem';
import type { Person } from '../../api/social/types';
import { Avatar, nameOf } from '../../parts/Avatar';
import { Icon } from '../../parts/Icon';
import { Linked } from '../../parts/Linked';
import { Menu, type MenuEntry } from '../../parts/post/Menu';
import { tell, tellUndoable } from '../../shell/toasts';
import { words } from '../../words';
import { exactTime } from '../../words/figures';
import { inbox } from '../../words/inbox';
import { timeOfDay } from './days';
import type { Line } from './lines';
import { ReportDialog } from './ReportDialog';
import { discard, sayAgain, takeBackForGood, withdraw, type Pending } from './talks';
import './bubbles.css';

const say = inbox.messages;

interface BubbleProps {
  line: Extract<Line, { kind: 'said' }>;
  conversation: string;
  own: boolean;
  /** Absent for oneself, and for people who are not to be seen any more. */
  author: Person | undefined;
  /** In a group it says who speaks. */
  named: boolean;
  withdrawn: boolean;
  /** Who has read it. */
  receipt: string | undefined;
}

/** Something that was said: one's own at the right. */
export function Bubble({ line, conversation, own, author, named, withdrawn, receipt }: BubbleProps) {
  const [reporting, setReporting] = useState(false);
  const { message, first, last } = line;
  const gone = message.deleted || withdrawn;
  const name = author ? nameOf(author) : words.unknownOwner;
  const entries = (): MenuEntry[] => [
    { name: say.copy, icon: 'copy', act: () => void copy(message.text ?? ''), testId: 'message-copy' },
    own
      ? {
          name: say.takeBack,
          icon: 'trash',
          act: () => retract(conversation, message.id),
          testId: 'message-take-back',
          danger: true,
        }
      : { name: say.report, icon: 'flag', act: () => setReporting(true), testId: 'message-report', danger: true },
  ];
  return (
    <li
      class={`said${own ? ' said--own' : ''}${first ? ' said--first' : ''}`}
      data-testid="message"
      data-message-id={message.id}
      data-own={own}
    >
      {named && !own && (
        <span class="said__face">{last && author && <Avatar owner={author} size="s" />}</span>
      )}
      <div class="said__body">
        {named && !own && first && (
          <span class="said__name" dir="auto" aria-hidden="true">
            {name}
          </span>
        )}
        <p class={gone ? 'bubble bubble--gone' : 'bubble'} dir="auto" title={exactTime(message.createdAt)}>
          <span class="unseen">{own ? say.youSay : say.says(name)}: </span>
          {gone ? say.takenBack : <Linked text={message.text ?? ''} />}
        </p>
        {(last || receipt) && (
          <span class="said__when soft">
            <time dateTime={message.createdAt}>{timeOfDay(message.createdAt)}</time>
            {receipt && <span data-testid="receipt"> · {receipt}</span>}
          </span>
        )}
      </div>
      {!gone && (
        <Menu
          button={
            <>
              <Icon name="dots" size={18} />
              <span class="unseen">{say.more}</span>
            </>
          }
          buttonClass="icon-button said__menu"
          testId="message-menu"
          entries={entries}
        />
      )}
      {reporting && (
        <ReportDialog conversation={conversation} message={message} onClose={() => setReporting(false)} />
      )}
    </li>
  );
}

/** On its way, or not arrived. */
export function PendingBubble({ conversation, one }: { conversation: string; one: Pending }) {
  return (
    <li class="said said--own" data-testid="pending" data-failed={one.problem !== undefined}>
      <div class="said__body">
        <p class="bubble bubble--pending" dir="auto">
          <span class="unseen">{say.youSay}: </span>
          <Linked text={one.text} />
        </p>
        {one.problem ? (
          <div class="said__failed" role="alert">
            <p>
              {say.notSent} {one.problem.sentence}
            </p>
            <button class="button button--small" onClick={() => sayAgain(conversation, one)} data-testid="send-again">
              {say.again}
            </button>
            <button
              class="button button--small button--quiet"
              onClick={() => discard(conversation, one)}
              data-testid="send-discard"
            >
              {say.discard}
            </button>
          </div>
        ) : (
          <span class="said__when soft">{say.sending}</span>
        )}
      </div>
    </li>
  );
}

/** Shown as taken back at once, and taken back for everybody when nobody undoes it. */
function retract(conversation: string, message: string): void {
  withdraw(conversation, message, true);
  const back = (): void => withdraw(conversation, message, false);
  tellUndoable(say.takenBack, back, () => {
    takeBackForGood(conversation, message).catch((thrown: unknown) => {
      back();
      tell(problemOf(thrown).sentence);
    });
  });
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell(words.copied);
  } catch {
    // Without TLS there is no clipboard; the text can be selected by hand.
    tell(text);
  }
}
