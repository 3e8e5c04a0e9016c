import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { session } from '../api/session';
import { unread, type Unread } from '../live/unread';
import { Icon, type IconName } from '../parts/Icon';
import { Logo } from '../parts/Logo';
import { compose } from '../parts/post/compose';
import { useStore } from '../parts/store';
import { isTyping } from '../parts/typing';
import { navigate, usePlace } from '../router/router';
import { uploadStatus } from '../upload/status';
import { words } from '../words';
import { number, percent, short } from '../words/figures';
import { AccountMenu, ENTRANCES } from './AccountMenu';
import { Toasts } from './toasts';
import './shell.css';

interface Room {
  path: string;
  icon: IconName;
  name: string;
  testId: string;
  /** What waits to be read there. */
  count?: number;
}

/** What stays around every page: a rail at the left, on small screens a bar at the top and one at the bottom. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { path } = usePlace();
  const now = useStore(session);
  const waiting = useStore(unread);
  useSearchKey();
  const rooms: Room[] = [
    { path: '/', icon: 'home', name: words.home, testId: 'nav-home' },
    ...(now.state === 'in' ? roomsOf(waiting) : []),
    { path: '/upload', icon: 'upload', name: words.upload, testId: 'nav-upload' },
    { path: '/studio', icon: 'studio', name: words.studio, testId: 'nav-studio' },
  ];
  return (
    <div class={path.startsWith('/watch/') ? 'frame frame--watch' : 'frame'}>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class="rail">
        <a class="rail__brand" href="/" aria-label={words.name} data-testid="brand">
          <Logo />
          <span class="rail__name" aria-hidden="true">
            {words.name}
          </span>
        </a>
        <nav class="rail__nav" aria-label={words.navigation}>
          {rooms.map(room => (
            <a
              key={room.path}
              class="rail__room"
              href={room.path}
              aria-current={isIn(room, path) ? 'page' : undefined}
              data-testid={room.testId}
            >
              <Icon name={room.icon} />
              <span>{room.name}</span>
              {room.path === '/upload' && <UploadSign />}
              {room.count !== undefined && room.count > 0 && <UnreadSign count={room.count} />}
            </a>
          ))}
        </nav>
        <div class="rail__foot">
          {now.state === 'in' && (
            <button
              class="button button--primary rail__write"
              aria-label={words.social.writePost}
              title={words.social.writePost}
              onClick={() => void compose()}
              data-testid="write-post"
            >
              <Icon name="edit" size={22} />
              <span class="rail__write-words">{words.social.writePost}</span>
            </button>
          )}
          {now.state === 'out' && !ENTRANCES.includes(path) && (
            <a class="button button--primary rail__sign-in" href="/login" data-testid="rail-sign-in">
              {words.signIn}
            </a>
          )}
          <AccountMenu />
        </div>
      </header>
      <main class="frame__main" id="main" tabIndex={-1}>
        {children}
      </main>
      <Toasts />
    </div>
  );
}

/** The studio has rooms of its own. */
function isIn(room: Room, path: string): boolean {
  return path === room.path || (room.path === '/studio' && path.startsWith('/studio/'));
}

/** A slash leads to the search, as it does in many places. */
function useSearchKey(): void {
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      event.preventDefault();
      navigate('/search');
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, []);
}

/** The rooms of people who are signed in. */
function roomsOf(waiting: Unread): Room[] {
  return [
    {
      path: '/notifications',
      icon: 'bell',
      name: words.social.alerts,
      testId: 'nav-notifications',
      count: waiting.notifications,
    },
    { path: '/messages', icon: 'mail', name: words.social.messages, testId: 'nav-messages', count: waiting.messages },
  ];
}

/** That something waits there. */
function UnreadSign({ count }: { count: number }) {
  return (
    <span class="rail__sign figures" title={words.social.unread(number(count))} data-testid="unread">
      <span aria-hidden="true">{short(count)}</span>
      <span class="unseen">{words.social.unread(number(count))}</span>
    </span>
  );
}

/** That uploads are running, wherever one is. */
function UploadSign() {
  const status = useStore(uploadStatus);
  if (status.running === 0) return null;
  const share = percent(status.share);
  return (
    <span class="rail__sign figures" title={words.uploadsRunning(share)} data-testid="uploads-running">
      {share}
    </span>
  );
}
