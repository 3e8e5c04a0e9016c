import type { ComponentType } from 'preact';
import HomePage from './pages/HomePage';
import WatchPage from './pages/WatchPage';
import { decoded, segmentAfter } from './router/paths';

export interface PageProps {
  /** Of what the address names; empty on pages about nothing in particular. */
  id: string;
}

interface PageModule {
  default: ComponentType<PageProps>;
}

export interface Route {
  load: () => Promise<PageModule>;
  props: PageProps;
  /** Without the frame around it. */
  bare: boolean;
}

const PAGES: Record<string, () => Promise<PageModule>> = {
  // These two come with the frame: they are what most people open first.
  '/': async () => ({ default: HomePage }),
  '/login': () => import('./pages/LoginPage'),
  '/register': () => import('./pages/RegisterPage'),
  '/forgot': () => import('./pages/ForgotPage'),
  '/reset-password': () => import('./pages/ResetPasswordPage'),
  '/verify-email': () => import('./pages/VerifyEmailPage'),
  '/confirm-email': () => import('./pages/ConfirmEmailPage'),
  '/welcome': () => import('./pages/WelcomePage'),
  '/claim': () => import('./pages/ClaimPage'),
  '/parental-consent': () => import('./pages/ParentalConsentPage'),
  '/parental-consent/revocation': () => import('./pages/RevokeConsentPage'),
  '/oauth/consent': () => import('./pages/ConsentPage'),
  '/device': () => import('./pages/DevicePage'),
  '/developer': () => import('./pages/DeveloperPage'),
  '/settings': () => import('./pages/SettingsPage'),
  '/admin': () => import('./pages/AdminPage'),
  '/upload': () => import('./pages/UploadPage'),
  '/studio': () => import('./pages/StudioPage'),
  '/studio/analytics': () => import('./pages/AnalyticsPage'),
  '/bookmarks': () => import('./pages/BookmarksPage'),
  '/likes': () => import('./pages/LikesPage'),
  '/drafts': () => import('./pages/DraftsPage'),
  '/notifications': () => import('./pages/NotificationsPage'),
  '/messages': () => import('./pages/MessagesPage'),
  '/lists': () => import('./pages/ListsPage'),
  '/search': () => import('./pages/SearchPage'),
  '/follow-requests': () => import('./pages/FollowRequestsPage'),
};

/** Pages about something that their address names after this beginning. */
const NAMED: Record<string, () => Promise<PageModule>> = {
  '/@': () => import('./pages/ProfilePage'),
  '/post/': () => import('./pages/PostPage'),
  // As letters and devices are told.
  '/posts/': () => import('./pages/PostPage'),
  '/messages/': () => import('./pages/MessagesPage'),
  '/tags/': () => import('./pages/TagPage'),
  '/lists/': () => import('./pages/ListPage'),
  '/settings/': () => import('./pages/SettingsPage'),
  '/admin/': () => import('./pages/AdminPage'),
  '/policies/': () => import('./pages/PolicyPage'),
};

/** The page of an address. */
export function routeOf(path: string): Route {
  const watch = segmentAfter('/watch/', path);
  if (watch) return { load: async () => ({ default: WatchPage }), props: { id: watch }, bare: false };
  const follows = /^\/@([^/]+)\/(followers|following)\/?$/.exec(path);
  if (follows) return { load: () => import('./pages/FollowsPage'), props: { id: decoded(follows[1]!) }, bare: false };
  const numbers = /^\/studio\/videos\/([^/]+)\/analytics\/?$/.exec(path);
  if (numbers) {
    return { load: () => import('./pages/VideoAnalyticsPage'), props: { id: decoded(numbers[1]!) }, bare: false };
  }
  const embed = segmentAfter('/embed/', path);
  if (embed) return { load: () => import('./pages/EmbedPage'), props: { id: embed }, bare: true };
  for (const [beginning, load] of Object.entries(NAMED)) {
    const id = segmentAfter(beginning, path);
    if (id) return { load, props: { id }, bare: false };
  }
  const page = PAGES[path === '/' ? path : path.replace(/\/$/, '')];
  return { load: page ?? (() => import('./pages/MissingPage')), props: { id: '' }, bare: false };
}
