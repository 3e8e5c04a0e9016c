import { useEffect } from 'preact/hooks';
import { readProfile } from '../api/identity/profile';
import { session } from '../api/session';
import type { Profile } from '../api/types';
import { Age } from '../parts/Age';
import { Avatar, sized } from '../parts/Avatar';
import { useCardKeys } from '../parts/cardKeys';
import { Icon } from '../parts/Icon';
import { Place } from '../parts/identity/Loaded';
import { useLoaded } from '../parts/identity/useLoaded';
import { Linked } from '../parts/Linked';
import { Empty, Failed } from '../parts/Notice';
import { useStore } from '../parts/store';
import { useTitle } from '../parts/title';
import { navigate } from '../router/router';
import type { PageProps } from '../routes';
import { words } from '../words';
import { people as say } from '../words/people';
import { ProfileVideos } from './profile/ProfileVideos';
import './profile/profile.css';

/** A person: who it is, and the person's videos. */
export default function ProfilePage({ id }: PageProps) {
  const profile = useLoaded(() => readProfile(`@${id}`), id);
  const person = profile.data;
  useTitle(person?.displayName);
  useCardKeys();
  useEffect(() => {
    // An old name led here: the address says the present one.
    const moved = person && person.username.toLowerCase() !== id.toLowerCase();
    if (moved && !profile.loading) navigate(`/@${person.username}`, 'replace');
  }, [person, profile.loading, id]);
  if (!person && profile.problem?.status === 404) {
    return (
      <Empty icon="gone" title={say.missing} hint={say.missingHint} testId="profile-missing" main>
        <a class="button button--primary" href="/">
          {words.toHome}
        </a>
      </Empty>
    );
  }
  if (!person && profile.problem) {
    const retry = (): void => void profile.reload();
    return <Failed title={say.failed} problem={profile.problem} testId="profile-failed" retry={retry} />;
  }
  return (
    <div class="person" data-testid="profile" data-username={person?.username}>
      <div class="person__banner">
        {person?.banner && <img src={sized(person.banner, 1500)} alt="" data-testid="profile-banner" />}
      </div>
      {person ? (
        <>
          <Head person={person} />
          <ProfileVideos owner={person.id} />
        </>
      ) : (
        <Place lines={3} />
      )}
    </div>
  );
}

function Head({ person }: { person: Profile }) {
  const now = useStore(session);
  const own = now.state === 'in' && now.account.id === person.id;
  return (
    <header class="person__head">
      <Avatar owner={person} size="xl" />
      <div class="person__words">
        <h1 dir="auto" data-testid="profile-name">
          {person.displayName}
        </h1>
        <p class="soft">
          @{person.username} · {say.joined} <Age time={person.createdAt} />
          {person.privateAccount && (
            <span class="badge">
              <Icon name="lock" size={14} />
              {say.private}
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
      </div>
      {own && (
        <a class="button" href="/settings/profile" data-testid="profile-edit">
          <Icon name="edit" size={20} />
          {say.edit}
        </a>
      )}
    </header>
  );
}

/** The server takes web addresses only; should anything else ever come, it leads nowhere. */
function safe(url: string): string {
  return /^https?:\/\//i.test(url) ? url : '#';
}
