import { useEffect } from 'preact/hooks';
import { FILTERS } from '../api/inbox/notifications';
import { useCardKeys } from '../parts/cardKeys';
import { Icon } from '../parts/Icon';
import { PushOffer } from '../parts/push/PushOffer';
import { refreshPush } from '../parts/push/push';
import { RequireSignIn } from '../parts/RequireSignIn';
import { Tabs } from '../parts/timeline/Tabs';
import { useTitle } from '../parts/title';
import { usePlace } from '../router/router';
import { words } from '../words';
import { inbox as say } from '../words/inbox';
import { NotificationList } from './notifications/NotificationList';
import './notifications/notifications.css';

/** What others did that concerns somebody. */
export default function NotificationsPage() {
  useTitle(say.title);
  useCardKeys('.told__link, .post__link');
  const { query } = usePlace();
  const filter = FILTERS.find(one => one === query.get('filter')) ?? 'all';
  useEffect(() => void refreshPush(), []);
  const tabs = FILTERS.map(one => ({
    id: one,
    name: say.filters[one],
    href: one === 'all' ? '/notifications' : `/notifications?filter=${one}`,
    testId: `tab-${one}`,
  }));
  return (
    <RequireSignIn reason={say.signIn}>
      {account => (
        <div class="reading">
          <header class="inbox-head">
            <h1>{say.title}</h1>
            <a
              class="icon-button"
              href="/settings/notifications"
              aria-label={say.settings}
              title={say.settings}
              data-testid="notification-settings"
            >
              <Icon name="gear" size={22} />
            </a>
          </header>
          <Tabs label={words.social.tabs} tabs={tabs} chosen={filter} />
          {filter === 'all' && <PushOffer />}
          <NotificationList key={`${account.id}:${filter}`} filter={filter} />
        </div>
      )}
    </RequireSignIn>
  );
}
