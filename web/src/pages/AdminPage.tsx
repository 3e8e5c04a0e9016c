import type { ComponentType } from 'preact';
import { Rooms, type Room } from '../parts/identity/Rooms';
import { lazy } from '../parts/lazy';
import { Empty } from '../parts/Notice';
import { RequireSignIn } from '../parts/RequireSignIn';
import { useTitle } from '../parts/title';
import type { PageProps } from '../routes';
import { words } from '../words';
import { admin as say } from '../words/admin';
import { AccountsAdmin } from './admin/AccountsAdmin';
import { ApprovalsAdmin } from './admin/ApprovalsAdmin';
import { AuditAdmin } from './admin/AuditAdmin';
import { InvitesAdmin } from './admin/InvitesAdmin';
import { MessagesAdmin } from './admin/MessagesAdmin';
import { RegistrationAdmin } from './admin/RegistrationAdmin';
import './admin/admin.css';

const ReportsAdmin = lazy(async () => (await import('./admin/ReportsAdmin')).ReportsAdmin);
const TrendsAdmin = lazy(async () => (await import('./admin/TrendsAdmin')).TrendsAdmin);

interface AdminRoom extends Room {
  Content: ComponentType;
  /** Whether moderators have business there, too. */
  moderators?: boolean;
}

/** For administrators, in part for moderators. That others do not see it is a kindness: the server refuses them anyway. */
export default function AdminPage({ id }: PageProps) {
  useTitle(say.title);
  return (
    <RequireSignIn reason={say.signIn}>
      {account => {
        const list = rooms().filter(room => room.moderators || account.roles?.includes('admin'));
        if (!account.roles?.some(role => role === 'admin' || role === 'moderator')) {
          return (
            <Empty icon="lock" title={say.notYou} hint={say.notYouHint} testId="admin-refused" main>
              <a class="button button--primary" href="/">
                {words.toHome}
              </a>
            </Empty>
          );
        }
        const { Content } = list.find(room => room.id === id) ?? list[0]!;
        return (
          <Rooms title={say.title} base="/admin" rooms={list} chosen={id}>
            <Content />
          </Rooms>
        );
      }}
    </RequireSignIn>
  );
}

function rooms(): readonly AdminRoom[] {
  return [
    { id: 'accounts', name: say.rooms.accounts, icon: 'person', Content: AccountsAdmin },
    { id: 'approvals', name: say.rooms.approvals, icon: 'check', Content: ApprovalsAdmin },
    { id: 'invites', name: say.rooms.invites, icon: 'share', Content: InvitesAdmin },
    { id: 'registration', name: say.rooms.registration, icon: 'lock', Content: RegistrationAdmin },
    { id: 'messages', name: say.rooms.messages, icon: 'out', Content: MessagesAdmin },
    { id: 'reports', name: say.rooms.reports, icon: 'flag', Content: ReportsAdmin, moderators: true },
    { id: 'trends', name: say.rooms.trends, icon: 'trend', Content: TrendsAdmin, moderators: true },
    { id: 'audit', name: say.rooms.audit, icon: 'eye', Content: AuditAdmin },
  ];
}
