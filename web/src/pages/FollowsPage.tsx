import { readProfile } from '../api/identity/profile';
import { readFollows, removeFollower } from '../api/social/graph';
import { problemOf } from '../api/problem';
import type { Person } from '../api/social/types';
import { Loaded } from '../parts/identity/Loaded';
import { useLoaded } from '../parts/identity/useLoaded';
import { FollowButton } from '../parts/people/FollowButton';
import { People } from '../parts/people/People';
import { useViewer } from '../parts/post/viewer';
import { Tabs } from '../parts/timeline/Tabs';
import { useTitle } from '../parts/title';
import { usePlace } from '../router/router';
import type { PageProps } from '../routes';
import { tell } from '../shell/toasts';
import { words } from '../words';
import { people as say } from '../words/people';
import './profile/profile.css';

/** Who follows somebody, and whom somebody follows. */
export default function FollowsPage({ id }: PageProps) {
  const { path } = usePlace();
  const side = path.replace(/\/$/, '').endsWith('/following') ? 'following' : 'followers';
  const profile = useLoaded(() => readProfile(`@${id}`), id);
  const viewer = useViewer();
  useTitle(profile.data && `${profile.data.displayName}: ${say[side]}`);
  const tabs = (['followers', 'following'] as const).map(one => ({
    id: one,
    name: say[one],
    href: `/@${encodeURIComponent(id)}/${one}`,
    testId: `tab-${one}`,
  }));
  return (
    <div class="reading">
      <h1 class="follows__title">
        <a href={`/@${encodeURIComponent(id)}`} dir="auto">
          {profile.data?.displayName ?? `@${id}`}
        </a>
      </h1>
      <Tabs label={words.social.tabs} tabs={tabs} chosen={side} />
      <Loaded of={profile} failed={say.failed} testId="follows" lines={4}>
        {person => (
          <People
            read={cursor => readFollows(person.id, side, cursor)}
            of={`${side}:${person.id}`}
            empty={side === 'followers' ? say.noFollowers : say.noFollowing}
            {...(viewer === person.id && side === 'followers' && { action: followerActions })}
          />
        )}
      </Loaded>
    </div>
  );
}

/** Of one's own followers each can be sent away. */
function followerActions(person: Person, gone: () => void) {
  const remove = async (): Promise<void> => {
    try {
      await removeFollower(person.id);
      gone();
      tell(say.removedFollower(person.username ?? ''));
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <>
      <FollowButton person={person} small />
      <button
        class="button button--small button--quiet"
        aria-label={say.removeFollowerOf(person.username ?? '')}
        onClick={() => void remove()}
        data-testid="remove-follower"
      >
        {say.removeFollower}
      </button>
    </>
  );
}
