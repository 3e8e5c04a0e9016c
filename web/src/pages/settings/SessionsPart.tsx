import { endOtherSessions, endSession, listSessions } from '../../api/identity/security';
import type { DeviceSession } from '../../api/identity/types';
import { problemOf } from '../../api/problem';
import { Age } from '../../parts/Age';
import { Icon, type IconName } from '../../parts/Icon';
import { Loaded } from '../../parts/identity/Loaded';
import { Item, Part } from '../../parts/identity/Part';
import { useLoaded } from '../../parts/identity/useLoaded';
import { tell } from '../../shell/toasts';
import { settings as say } from '../../words/settings';

const SIGNS: Record<DeviceSession['device']['kind'], IconName> = {
  desktop: 'screen',
  phone: 'phone',
  tablet: 'phone',
  program: 'link',
  unknown: 'screen',
};

/**
 * Where somebody is signed in. Ending a session takes effect at once and is not offered to be undone: it may be a
 * thief's, and who was signed out by mistake signs in again.
 */
export function SessionsPart() {
  const sessions = useLoaded(listSessions);
  const others = sessions.data?.some(one => !one.current) ?? false;
  const end = async (work: () => Promise<void>, said: string): Promise<void> => {
    try {
      await work();
      tell(said);
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
    await sessions.reload();
  };
  const action = others && (
    <button
      class="button"
      onClick={() => void end(endOtherSessions, say.security.othersEnded)}
      data-testid="sessions-end-others"
    >
      {say.security.endOthers}
    </button>
  );
  return (
    <Part title={say.security.sessions} hint={say.security.sessionsHint} action={action} testId="sessions">
      <Loaded of={sessions} failed={say.failed} testId="sessions" lines={3}>
        {list => (
          <ul class="items" data-testid="session-list">
            {presentFirst(list).map(one => (
              <SessionItem
                key={one.id}
                session={one}
                onEnd={() => void end(() => endSession(one.id), say.security.ended(nameOf(one)))}
              />
            ))}
          </ul>
        )}
      </Loaded>
    </Part>
  );
}

function SessionItem({ session, onEnd }: { session: DeviceSession; onEnd: () => void }) {
  const name = nameOf(session);
  return (
    <Item
      id={session.id}
      testId="session"
      lead={<Icon name={SIGNS[session.device.kind] ?? 'screen'} />}
      title={
        <>
          {name}
          {session.current && (
            <span class="badge badge--good" data-testid="session-current">
              {say.security.thisDevice}
            </span>
          )}
        </>
      }
      about={
        <>
          {say.security.lastUsed} <Age time={session.lastUsedAt} />, {say.security.since}{' '}
          <Age time={session.createdAt} />
          {session.address && ` · ${session.address}`}
        </>
      }
    >
      {!session.current && (
        <button class="button" aria-label={say.security.endOf(name)} onClick={onEnd} data-testid="session-end">
          {say.security.end}
        </button>
      )}
    </Item>
  );
}

function nameOf(session: DeviceSession): string {
  return session.device.name || say.security.kinds[session.device.kind] || say.security.kinds.unknown;
}

function presentFirst(list: DeviceSession[]): DeviceSession[] {
  return [...list].sort((a, b) => Number(b.current) - Number(a.current) || b.lastUsedAt.localeCompare(a.lastUsedAt));
}
