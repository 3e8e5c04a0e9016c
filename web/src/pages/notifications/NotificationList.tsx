import { useState } from 'preact/hooks';
import { deleteNotification, type Notification, type NotificationFilter } from '../../api/inbox/notifications';
import { problemOf } from '../../api/problem';
import { Place } from '../../parts/identity/Loaded';
import { Empty, Failed } from '../../parts/Notice';
import { tell, tellUndoable } from '../../shell/toasts';
import { words } from '../../words';
import { number } from '../../words/figures';
import { inbox as say } from '../../words/inbox';
import { Row } from './Row';
import { useNotifications } from './useNotifications';
import '../../parts/timeline/timeline.css';

/** What happened, the newest first. */
export function NotificationList({ filter }: { filter: NotificationFilter }) {
  const { pages, fresh, showFresh } = useNotifications(filter);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  if (!pages.items) {
    if (!pages.problem) return <Place lines={8} />;
    return (
      <Failed title={say.failed} problem={pages.problem} testId="notifications-failed" retry={pages.reload} />
    );
  }
  const remove = (one: Notification): void => {
    setHidden(now => [...now, one.id]);
    const back = (): void => setHidden(now => now.filter(id => id !== one.id));
    tellUndoable(say.removed, back, () => {
      deleteNotification(one.id).catch((thrown: unknown) => {
        const problem = problemOf(thrown);
        if (problem.status === 404) return;
        back();
        tell(problem.sentence);
      });
    });
  };
  const show = (): void => {
    showFresh();
    scrollTo({ top: 0 });
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  const items = pages.items.filter(one => !hidden.includes(one.id));
  return (
    <>
      <div class="fresh" role="status">
        {fresh.length > 0 && pages.items.length > 0 && (
          <button class="fresh__pill" onClick={show} data-testid="new-notifications" data-count={fresh.length}>
            {say.fresh(number(fresh.length), fresh.length === 1)}
          </button>
        )}
      </div>
      {items.length === 0 && !pages.more ? (
        <Empty
          icon={filter === 'mentions' ? 'reply' : 'bell'}
          title={say.empty[filter]}
          hint={say.emptyHint[filter]}
          testId="notifications-empty"
        />
      ) : (
        <ol class="posts" data-testid="notifications">
          {items.map(one => (
            <Row key={one.id} one={one} onRemove={() => remove(one)} />
          ))}
        </ol>
      )}
      <End pages={pages} any={items.length > 0} />
    </>
  );
}

function End({ pages, any }: { pages: ReturnType<typeof useNotifications>['pages']; any: boolean }) {
  return (
    <div class="list-end">
      {pages.problem ? (
        <Failed title={say.failed} problem={pages.problem} testId="notifications-more-failed" retry={pages.loadMore} />
      ) : pages.more ? (
        <button class="button" disabled={pages.loading} onClick={pages.loadMore} data-testid="load-more">
          {words.loadMore}
        </button>
      ) : (
        any && <p class="soft">{say.end}</p>
      )}
    </div>
  );
}
