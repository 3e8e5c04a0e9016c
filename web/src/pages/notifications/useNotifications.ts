import { useEffect, useRef, useState } from 'preact/hooks';
import {
  markRead,
  readNotifications,
  type Notification,
  type NotificationFilter,
} from '../../api/inbox/notifications';
import { learn } from '../../api/social/postStore';
import { onLive } from '../../live/stream';
import { unread } from '../../live/unread';
import { usePages, type PagesState } from '../../parts/identity/usePages';
import { belongs, withNew } from './told';

/** Milliseconds that somebody looks at a list before it counts as read. */
const LOOK = 800;

export interface NotificationsState {
  pages: PagesState<Notification>;
  /** What came since, not shown yet. */
  fresh: readonly Notification[];
  showFresh: () => void;
}

/** The list of one filter, with what comes in meanwhile; what somebody looks at counts as read. */
export function useNotifications(filter: NotificationFilter): NotificationsState {
  const pages = usePages(async cursor => {
    const page = await readNotifications(filter, cursor);
    learnPosts(page.items);
    return page;
  }, filter);
  const [fresh, setFresh] = useState<readonly Notification[]>([]);
  const present = useRef(pages);
  present.current = pages;

  useEffect(() => {
    const missed = async (): Promise<void> => {
      try {
        const page = await readNotifications(filter);
        const known = new Map(present.current.items?.map(one => [one.id, one]));
        const since = page.items.filter(one => known.get(one.id)?.count !== one.count);
        learnPosts(since);
        setFresh(before => withNew(before, since));
      } catch {
        // What is shown is still right; the next event brings the rest.
      }
    };
    const quiet = [
      onLive('notification', told => {
        const one = told as unknown as Notification;
        if (!belongs(one, filter)) return;
        learnPosts([one]);
        setFresh(before => withNew(before, [one]));
      }),
      onLive('resumed', () => void missed()),
    ];
    return () => quiet.forEach(stop => stop());
  }, [filter]);

  const showFresh = (): void => {
    pages.change(items => withNew(items, fresh));
    setFresh([]);
  };
  const empty = pages.items?.length === 0;
  useEffect(() => {
    // Nothing is there that could jump.
    if (empty && fresh.length > 0) showFresh();
  }, [empty, fresh.length]);
  useReading(filter === 'all' ? pages.items?.[0] : undefined);
  return { pages, fresh, showFresh };
}

/** Tells that everything up to this one was seen, once somebody looks at it. */
function useReading(newest: Notification | undefined): void {
  useEffect(() => {
    if (!newest || newest.read) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      if (document.visibilityState !== 'visible') return;
      timer = setTimeout(() => {
        document.removeEventListener('visibilitychange', look);
        unread.update(now => ({ ...now, notifications: 0 }));
        // The list keeps what was new, so that it can be told apart until the page is left.
        markRead(newest.id).catch(() => {});
      }, LOOK);
    };
    document.addEventListener('visibilitychange', look);
    look();
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [newest?.id, newest?.count]);
}

function learnPosts(items: readonly Notification[]): void {
  learn(items.flatMap(one => (one.post ? [one.post] : [])));
}
