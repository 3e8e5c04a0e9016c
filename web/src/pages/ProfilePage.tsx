import { useEffect } from 'preact/hooks';
import { readProfile } from '../api/identity/profile';
import { readSocial } from '../api/social/graph';
import { setRelation, useRelation } from '../api/social/relations';
import type { SocialFacts } from '../api/social/types';
import type { Profile } from '../api/types';
import { sized } from '../parts/Avatar';
import { useCardKeys } from '../parts/cardKeys';
import { Place } from '../parts/identity/Loaded';
import { useLoaded } from '../parts/identity/useLoaded';
import { Empty, Failed } from '../parts/Notice';
import { useViewer } from '../parts/post/viewer';
import { Tabs } from '../parts/timeline/Tabs';
import { useTitle } from '../parts/title';
import { navigate, usePlace } from '../router/router';
import type { PageProps } from '../routes';
import { words } from '../words';
import { people as say } from '../words/people';
import { About } from './profile/About';
import { Head } from './profile/Head';
import { ProfilePosts } from './profile/ProfilePosts';
import { ProfileVideos } from './profile/ProfileVideos';
import './profile/profile.css';

const TABS = ['posts', 'replies', 'media', 'videos', 'about'] as const;

type Tab = (typeof TABS)[number];

/** A person: who it is, and what the person posts and films. */
export default function ProfilePage({ id }: PageProps) {
  const profile = useLoaded(() => readProfile(`@${id}`), id);
  const person = profile.data;
  useTitle(person?.displayName);
  useCardKeys('.post__link, .card__link');
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
      {person ? <Shown key={person.id} person={person} /> : <Place lines={3} />}
    </div>
  );
}

function Shown({ person }: { person: Profile }) {
  const viewer = useViewer();
  const social = useLoaded(() => readSocial(person.id), `${person.id}:${viewer ?? ''}`);
  const relation = useRelation(person.id);
  const { query } = usePlace();
  useEffect(() => {
    if (social.data?.relation) setRelation(social.data.relation);
  }, [social.data]);
  const tab = TABS.find(one => one === query.get('tab')) ?? 'posts';
  const base = `/@${person.username}`;
  const tabs = TABS.map(one => ({
    id: one,
    name: say.tabs[one],
    href: one === 'posts' ? base : `${base}?tab=${one}`,
    testId: `tab-${one}`,
  }));
  return (
    <>
      <Head person={person} social={social.data} />
      <div>
        <Tabs label={words.social.tabs} tabs={tabs} chosen={tab} />
        {relation?.blocked && tab !== 'about' ? (
          <Empty
            icon="block"
            title={say.blockedTitle(person.username)}
            hint={say.blockedHint}
            testId="profile-blocked"
          />
        ) : (
          <Room tab={tab} person={person} social={social.data} viewer={viewer} />
        )}
      </div>
    </>
  );
}

interface RoomProps {
  tab: Tab;
  person: Profile;
  social: SocialFacts | undefined;
  viewer: string | undefined;
}

function Room({ tab, person, social, viewer }: RoomProps) {
  const relation = useRelation(person.id) ?? social?.relation;
  if (tab === 'videos') return <ProfileVideos owner={person.id} />;
  if (tab === 'about') return <About person={person} />;
  const outside = person.privateAccount && viewer !== person.id && !relation?.following;
  if (outside && (social !== undefined || viewer === undefined)) {
    return <Empty icon="lock" title={say.privateTitle} hint={say.privateHint} testId="profile-closed" />;
  }
  const filter = tab === 'replies' ? 'posts-and-replies' : tab;
  return <ProfilePosts key={tab} account={person.id} filter={filter} viewer={viewer} />;
}
