import { mayRenew, session } from '../api/session';
import { Beside } from '../parts/discover/Beside';
import { memory } from '../parts/memory';
import { useStore } from '../parts/store';
import { Tabs } from '../parts/timeline/Tabs';
import { useTitle } from '../parts/title';
import { usePlace } from '../router/router';
import { words } from '../words';
import { FollowingTab, PublicTab } from './home/PostsTab';
import { Invitation } from './home/Invitation';
import { VideosTab } from './home/VideosTab';
import './home.css';

type Tab = 'following' | 'videos' | 'public';

/** What somebody looked at last: it opens first. */
const chosen = memory<Tab>('home');

/** What is new: of the people somebody follows, of everybody, and all videos. */
export default function HomePage() {
  useTitle(undefined);
  const now = useStore(session);
  const { query } = usePlace();
  // Whoever has a session is about to be recognised: nothing is shown that would be replaced at once.
  const member = now.state === 'in' || (now.state === 'unknown' && mayRenew());
  const tab = tabOf(query.get('tab'), member);
  const tabs = [
    ...(member ? [{ id: 'following', name: words.social.following }] : []),
    { id: 'videos', name: words.social.videos },
    { id: 'public', name: words.social.everyone },
  ].map(one => ({ ...one, href: `/?tab=${one.id}`, testId: `tab-${one.id}` }));
  return (
    <div class="page">
      <Tabs label={words.social.tabs} tabs={tabs} chosen={tab} />
      {!member && <Invitation />}
      {tab === 'videos' && <VideosTab />}
      {tab !== 'videos' && (
        <Beside>
          {tab === 'public' && <PublicTab member={now.state === 'in'} />}
          {tab === 'following' && now.state === 'in' && <FollowingTab account={now.account} />}
        </Beside>
      )}
    </div>
  );
}

function tabOf(asked: string | null, member: boolean): Tab {
  const known = (['following', 'videos', 'public'] as const).find(tab => tab === asked);
  if (known && (known !== 'following' || member)) {
    if (member) chosen.set(known);
    return known;
  }
  if (!member) return 'videos';
  return chosen.get() ?? 'following';
}
