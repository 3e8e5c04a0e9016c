import { useRelation } from '../../api/social/relations';
import type { Person } from '../../api/social/types';
import { words } from '../../words';
import { followPerson, unblockPerson, unfollowPerson } from '../post/actions';
import { useViewer } from '../post/viewer';

interface FollowProps {
  person: Person;
  small?: boolean;
  /** On whose page it is: the channel learns that the video won a follower. */
  video?: string;
}

/** Follows somebody, or stops; to people who are not signed in it says where to begin. */
export function FollowButton({ person, small = false, video }: FollowProps) {
  const viewer = useViewer();
  const relation = useRelation(person.id);
  const say = words.social;
  const size = small ? ' button--small' : '';
  if (viewer === person.id) return null;
  const label = (act: string): string => `${act}: @${person.username}`;
  if (relation?.blocked) {
    return (
      <button
        class={`button${size}`}
        aria-label={label(say.unblock)}
        onClick={() => void unblockPerson(person)}
        data-testid="unblock"
      >
        {say.unblock}
      </button>
    );
  }
  if (relation?.following || relation?.requested) {
    return (
      <button
        class={`button follow${size}`}
        aria-label={label(relation.following ? say.unfollow : say.withdraw)}
        onClick={() => void unfollowPerson(person, relation.following)}
        data-testid="unfollow"
        data-state={relation.following ? 'following' : 'requested'}
      >
        <span class="follow__state">{relation.following ? say.followingNow : say.requested}</span>
        <span class="follow__act">{relation.following ? say.unfollow : say.withdraw}</span>
      </button>
    );
  }
  // Until the relation is known the button keeps its place and does nothing wrong: following twice is following.
  return (
    <button
      class={`button button--primary${size}`}
      aria-label={label(say.follow)}
      onClick={() => void followPerson(person, video)}
      data-testid="follow"
    >
      {relation?.followedBy ? say.followBack : say.follow}
    </button>
  );
}
