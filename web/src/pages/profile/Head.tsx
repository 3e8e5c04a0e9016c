import { useRelation } from '../../api/social/relations';
import type { Person, SocialFacts } from '../../api/social/types';
import type { Profile } from '../../api/types';
import { Age } from '../../parts/Age';
import { Avatar } from '../../parts/Avatar';
import { Icon } from '../../parts/Icon';
import { Linked } from '../../parts/Linked';
import { FollowButton } from '../../parts/people/FollowButton';
import { addToList } from '../../parts/people/listDoor';
import { MessageButton } from '../../parts/people/MessageButton';
import {
  blockPerson,
  mutePerson,
  setFollowOptions,
  unblockPerson,
  unmutePerson,
} from '../../parts/post/actions';
import { Menu, type MenuEntry } from '../../parts/post/Menu';
import { useViewer } from '../../parts/post/viewer';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { number, short, span } from '../../words/figures';
import { people as say } from '../../words/people';
import { safe } from './links';

/** Seconds: until tomorrow, and for a week. */
const MUTES = [86_400, 604_800];

/** Who it is, how many follow, and what can be done about it. */
export function Head({ person, social }: { person: Profile; social: SocialFacts | undefined }) {
  const viewer = useViewer();
  const own = viewer === person.id;
  const relation = useRelation(person.id);
  const card: Person = { ...person, private: person.privateAccount ?? false };
  return (
    <header class="person__head">
      <Avatar owner={person} size="xl" />
      <div class="person__words">
        <h1 dir="auto" data-testid="profile-name">
          {person.displayName}
        </h1>
        <p class="soft">
          @{person.username} · {say.joined} <Age time={person.createdAt} />{' '}
          {person.privateAccount && (
            <span class="badge">
              <Icon name="lock" size={14} />
              {say.private}
            </span>
          )}{' '}
          {relation?.followedBy && (
            <span class="badge" data-testid="follows-you">
              {say.followsYou}
            </span>
          )}
        </p>
        {person.biography && (
          <p class="person__biography" dir="auto" data-testid="profile-biography">
            <Linked text={person.biography} />
          </p>
        )}
        {person.links && person.links.length > 0 && (
          <ul class="person__links" aria-label={say.links} data-testid="profile-links">
            {person.links.map(link => (
              <li key={link.url}>
                <a class="linked" href={safe(link.url)} target="_blank" rel="me noopener noreferrer nofollow ugc">
                  {link.name || link.url}
                </a>
              </li>
            ))}
          </ul>
        )}
        <Counts person={person} social={social} />
      </div>
      <div class="person__acts">
        {own ? (
          <a class="button" href="/settings/profile" data-testid="profile-edit">
            <Icon name="edit" size={20} />
            {say.edit}
          </a>
        ) : (
          <>
            <FollowButton person={card} />
            {viewer && !relation?.blocked && <MessageButton person={card} />}
            {viewer && <Relations person={card} />}
          </>
        )}
      </div>
    </header>
  );
}

function Counts({ person, social }: { person: Profile; social: SocialFacts | undefined }) {
  const figure = (count: number | undefined) => (
    <strong class="figures" title={count === undefined ? undefined : number(count)}>
      {count === undefined ? '–' : short(count)}
    </strong>
  );
  return (
    <p class="person__counts" data-testid="profile-counts">
      <a href={`/@${person.username}/following`} data-testid="count-following">
        {figure(social?.following)} <span class="soft">{say.following}</span>
      </a>
      <a href={`/@${person.username}/followers`} data-testid="count-followers">
        {figure(social?.followers)} <span class="soft">{say.followers}</span>
      </a>
      <span data-testid="count-posts">
        {figure(social?.posts)} <span class="soft">{words.social.posts}</span>
      </span>
    </p>
  );
}

/** The bell, reposts, silence and distance. */
function Relations({ person }: { person: Person }) {
  const relation = useRelation(person.id);
  const name = person.username ?? '';
  const button = (
    <>
      <Icon name="dots" size={20} />
      <span class="unseen">{say.moreOf(name)}</span>
    </>
  );
  const entries = (): MenuEntry[] => {
    const { following = false, bell = false, reposts = true, muted = false, blocked = false } = relation ?? {};
    return [
      ...(following
        ? [
            {
              name: bell ? say.bellOff : say.bellOn,
              icon: 'bell' as const,
              act: () => void setBell(person, { reposts, bell: !bell }),
              testId: 'toggle-bell',
            },
            {
              name: reposts ? say.repostsOff : say.repostsOn,
              icon: 'repost' as const,
              act: () => void setFollowOptions(person, { reposts: !reposts, bell }),
              testId: 'toggle-reposts',
            },
            {
              name: words.social.addToList(name),
              icon: 'list' as const,
              act: () => void addToList(person),
              testId: 'add-to-list',
            },
          ]
        : []),
      ...(muted
        ? [
            {
              name: words.social.unmuteOf(name),
              icon: 'volume' as const,
              act: () => void unmutePerson(person),
              testId: 'unmute-person',
            },
          ]
        : [
            {
              name: words.social.muteOf(name),
              icon: 'mute' as const,
              act: () => void mutePerson(person),
              testId: 'mute-person',
            },
            ...MUTES.map(seconds => ({
              name: say.muteFor(span(seconds)),
              icon: 'clock' as const,
              act: () => void mutePerson(person, seconds),
              testId: `mute-person-${seconds}`,
            })),
          ]),
      blocked
        ? {
            name: words.social.unblockOf(name),
            icon: 'block',
            act: () => void unblockPerson(person),
            testId: 'unblock-person',
          }
        : {
            name: words.social.blockOf(name),
            icon: 'block',
            act: () => void blockPerson(person),
            testId: 'block-person',
            danger: true,
          },
    ];
  };
  return <Menu button={button} buttonClass="icon-button" testId="person-menu" entries={entries} />;
}

async function setBell(person: Person, wish: { reposts: boolean; bell: boolean }): Promise<void> {
  await setFollowOptions(person, wish);
  if (wish.bell) tell(say.bellNow(person.username ?? ''));
}
