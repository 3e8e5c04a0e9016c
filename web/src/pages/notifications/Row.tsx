import { useId, useState } from 'preact/hooks';
import type { Notification, NotificationKind } from '../../api/inbox/notifications';
import { problemOf } from '../../api/problem';
import { answerFollowRequest } from '../../api/social/graph';
import type { Person } from '../../api/social/types';
import { Age } from '../../parts/Age';
import { Avatar, nameOf } from '../../parts/Avatar';
import { Icon, type IconName } from '../../parts/Icon';
import { FollowButton } from '../../parts/people/FollowButton';
import { PostCard } from '../../parts/post/PostCard';
import { tell } from '../../shell/toasts';
import { number } from '../../words/figures';
import { inbox as say } from '../../words/inbox';
import { isTalk, placeOf, who } from './told';

const SIGNS: Record<NotificationKind, IconName> = {
  mention: 'reply',
  reply: 'reply',
  quote: 'quote',
  like: 'heartFull',
  repost: 'repost',
  follow: 'person',
  'follow-request': 'lock',
  'follow-accepted': 'check',
  video: 'film',
  post: 'bell',
  'poll-ended': 'poll',
  moderation: 'flag',
  'message-request': 'mail',
};

/** One thing that happened, often by several people. */
export function Row({ one, onRemove }: { one: Notification; onRemove: () => void }) {
  const id = useId();
  const talk = isTalk(one.kind) && one.post;
  const place = placeOf(one);
  const names = one.people.map(nameOf);
  const kind = say.kinds[one.kind] as ((who: string, many: boolean) => string) | undefined;
  const sentence = kind ? kind(who(names, one.count, say, number), one.count > 1) : names.join(', ');
  return (
    <li
      class={one.read ? 'told posts__entry' : 'told told--new posts__entry'}
      data-testid="notification"
      data-kind={one.kind}
      data-read={one.read}
    >
      <article aria-labelledby={id} class="told__head">
        <span class={`told__sign told__sign--${one.kind}`}>
          <Icon name={SIGNS[one.kind] ?? 'bell'} size={22} />
        </span>
        <div class="told__words">
          {!talk && <Faces people={one.people} />}
          <p>
            {place && !talk ? (
              <a class="told__link" id={id} href={place} data-testid="notification-link">
                {sentence}
              </a>
            ) : (
              <span id={id}>{sentence}</span>
            )}{' '}
            <span class="told__age soft">
              · <Age time={one.at} />
            </span>
            {!one.read && <span class="told__new">{say.unread}</span>}
          </p>
          {!talk && <Beginning one={one} />}
          <Answers one={one} />
        </div>
        <button
          class="icon-button told__remove"
          aria-label={say.remove}
          title={say.remove}
          onClick={onRemove}
          data-testid="notification-remove"
        >
          <Icon name="close" size={18} />
        </button>
      </article>
      {talk && one.post && <PostCard post={one.post} />}
    </li>
  );
}

function Faces({ people }: { people: readonly Person[] }) {
  if (people.length === 0) return null;
  return (
    <span class="faces">
      {people.map(person => (
        <a key={person.id} href={`/@${person.username}`} title={nameOf(person)} tabIndex={-1} aria-hidden="true">
          <Avatar owner={person} />
        </a>
      ))}
    </span>
  );
}

/** What it is about, in short. */
function Beginning({ one }: { one: Notification }) {
  const text = one.kind === 'video' && one.video ? one.video.title : one.post?.warning || one.post?.text;
  const shown = text || (one.post?.images?.length ? say.withImages : undefined);
  if (!shown) return null;
  return (
    <p class="told__about" dir="auto">
      {shown}
    </p>
  );
}

/** What can be done about it at once. */
function Answers({ one }: { one: Notification }) {
  const [first] = one.people;
  if (!first || one.count !== 1) return null;
  if (one.kind === 'follow') {
    return (
      <div class="told__acts">
        <FollowButton person={first} small />
      </div>
    );
  }
  return one.kind === 'follow-request' ? <Request person={first} /> : null;
}

function Request({ person }: { person: Person }) {
  const [state, setState] = useState<'open' | 'busy' | 'done'>('open');
  const name = person.username ?? '';
  const answer = async (accept: boolean): Promise<void> => {
    setState('busy');
    try {
      await answerFollowRequest(person.id, accept);
      tell(accept ? say.accepted(name) : say.declined(name));
      setState('done');
    } catch (thrown) {
      const problem = problemOf(thrown);
      // Taken back, or answered elsewhere.
      if (problem.status === 404) setState('done');
      else {
        tell(problem.sentence);
        setState('open');
      }
    }
  };
  if (state === 'done') return <p class="soft told__acts">{say.answeredAlready}</p>;
  return (
    <div class="told__acts">
      <button
        class="button button--small button--primary"
        disabled={state === 'busy'}
        aria-label={say.acceptOf(name)}
        onClick={() => void answer(true)}
        data-testid="request-accept"
      >
        {say.accept}
      </button>
      <button
        class="button button--small"
        disabled={state === 'busy'}
        aria-label={say.declineOf(name)}
        onClick={() => void answer(false)}
        data-testid="request-decline"
      >
        {say.decline}
      </button>
    </div>
  );
}
