import { RequireSignIn } from '../parts/RequireSignIn';
import { Tabs } from '../parts/timeline/Tabs';
import { useTitle } from '../parts/title';
import { usePlace } from '../router/router';
import { words } from '../words';
import { talk as say } from '../words/talk';
import { KeptList } from './kept/KeptList';

/** What is written and not out: drafts, and posts that wait for their time. */
export default function DraftsPage() {
  useTitle(say.drafts);
  const { query } = usePlace();
  const kind = query.get('show') === 'scheduled' ? 'scheduled' : 'drafts';
  const tabs = [
    { id: 'drafts', name: say.drafts, href: '/drafts', testId: 'tab-drafts' },
    { id: 'scheduled', name: say.scheduled, href: '/drafts?show=scheduled', testId: 'tab-scheduled' },
  ];
  return (
    <RequireSignIn reason={say.signIn}>
      {() => (
        <div class="reading">
          <h1 class="unseen">{say.drafts}</h1>
          <Tabs label={words.social.tabs} tabs={tabs} chosen={kind} />
          <KeptList key={kind} kind={kind} />
        </div>
      )}
    </RequireSignIn>
  );
}
