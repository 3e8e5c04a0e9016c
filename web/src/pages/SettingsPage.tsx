import type { ComponentType } from 'preact';
import type { Account } from '../api/types';
import { Rooms, type Room } from '../parts/identity/Rooms';
import { lazy } from '../parts/lazy';
import { RequireSignIn } from '../parts/RequireSignIn';
import { useTitle } from '../parts/title';
import type { PageProps } from '../routes';
import { settings as say } from '../words/settings';
import { AccountSettings } from './settings/AccountSettings';
import { AppearanceSettings } from './settings/AppearanceSettings';
import { ProgramsSettings } from './settings/ProgramsSettings';
import { PrivacySettings } from './settings/PrivacySettings';
import { ProfileSettings } from './settings/ProfileSettings';
import { SecuritySettings } from './settings/SecuritySettings';
import './settings/settings.css';

interface Props {
  account: Account;
}

// What people hear of each other has words and parts of its own.
const DistanceSettings = lazy<Props>(async () => (await import('./settings/DistanceSettings')).DistanceSettings);
const MessageSettings = lazy<Props>(async () => (await import('./settings/MessageSettings')).MessageSettings);
const NotificationSettings = lazy<Props>(async () => (await import('./settings/NotificationSettings')).NotificationSettings);

interface SettingsRoom extends Room {
  Content: ComponentType<Props>;
}

export default function SettingsPage({ id }: PageProps) {
  useTitle(say.titles.settings);
  return (
    <RequireSignIn reason={say.signIn}>
      {account => {
        const list = rooms();
        const { Content } = list.find(room => room.id === id) ?? list[0]!;
        return (
          <Rooms title={say.titles.settings} base="/settings" rooms={list} chosen={id}>
            <Content account={account} />
          </Rooms>
        );
      }}
    </RequireSignIn>
  );
}

function rooms(): readonly SettingsRoom[] {
  return [
    { id: 'profile', name: say.rooms.profile, icon: 'person', Content: ProfileSettings },
    { id: 'account', name: say.rooms.account, icon: 'edit', Content: AccountSettings },
    { id: 'security', name: say.rooms.security, icon: 'key', Content: SecuritySettings },
    { id: 'programs', name: say.rooms.programs, icon: 'link', Content: ProgramsSettings },
    { id: 'privacy', name: say.rooms.privacy, icon: 'lock', Content: PrivacySettings },
    { id: 'notifications', name: say.rooms.notifications, icon: 'bell', Content: NotificationSettings },
    { id: 'messages', name: say.rooms.messages, icon: 'mail', Content: MessageSettings },
    { id: 'distance', name: say.rooms.distance, icon: 'mute', Content: DistanceSettings },
    { id: 'appearance', name: say.rooms.appearance, icon: 'sun', Content: AppearanceSettings },
  ];
}
