import { leaveConversation, type Conversation } from '../../api/inbox/messages';
import { problemOf } from '../../api/problem';
import { Icon } from '../../parts/Icon';
import { Menu, type MenuEntry } from '../../parts/post/Menu';
import { navigate } from '../../router/router';
import { tell, tellUndoable } from '../../shell/toasts';
import { inbox } from '../../words/inbox';
import { Faces, titleOf } from './Conversations';
import { dropConversation, hideConversation, unhideConversation } from './shelves';
import { forgetTalk } from './talks';
import '../../parts/post/post.css';

const say = inbox.messages;

/** With whom, and what can be done with the whole of it. */
export function TalkHead({ conversation }: { conversation: Conversation }) {
  const [first] = conversation.people;
  const direct = conversation.kind === 'direct';
  const entries = (): MenuEntry[] => [
    ...(direct && first
      ? [
          {
            name: say.profile,
            icon: 'person' as const,
            act: () => navigate(`/@${first.username}`),
            testId: 'talk-profile',
          },
        ]
      : []),
    {
      name: direct ? say.delete : say.leave,
      icon: direct ? 'trash' : 'out',
      act: () => leave(conversation, direct ? say.deleted : say.left),
      testId: 'talk-leave',
      danger: true,
    },
  ];
  return (
    <header class="talk__head">
      <a class="icon-button talk__back" href="/messages" aria-label={say.toList} data-testid="talk-back">
        <Icon name="chevron" size={22} />
      </a>
      <Faces people={conversation.people} />
      <h2 class="talk__title" dir="auto" data-testid="talk-title">
        {direct && first ? <a href={`/@${first.username}`}>{titleOf(conversation)}</a> : titleOf(conversation)}
      </h2>
      <Menu
        button={
          <>
            <Icon name="dots" size={20} />
            <span class="unseen">{say.moreOfAll}</span>
          </>
        }
        buttonClass="icon-button"
        testId="talk-menu"
        entries={entries}
      />
    </header>
  );
}

/** Takes the conversation away at once, and for good when nobody takes that back. */
export function leave(conversation: Conversation, done: string): void {
  const { id } = conversation;
  hideConversation(id);
  navigate(conversation.state === 'requested' ? '/messages?folder=requests' : '/messages');
  tellUndoable(
    done,
    () => {
      unhideConversation(id);
      navigate(`/messages/${id}`);
    },
    () => {
      leaveConversation(id).then(
        () => {
          dropConversation(id);
          forgetTalk(id);
        },
        (thrown: unknown) => {
          unhideConversation(id);
          tell(problemOf(thrown).sentence);
        },
      );
    },
  );
}
