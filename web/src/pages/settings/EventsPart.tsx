import type { AuditLine } from '../../api/identity/adminTypes';
import { listSecurityEvents } from '../../api/identity/security';
import { Age } from '../../parts/Age';
import { Paged } from '../../parts/identity/Loaded';
import { Item, Part } from '../../parts/identity/Part';
import { usePages } from '../../parts/identity/usePages';
import { settings as say } from '../../words/settings';

/** What an attacker would leave behind, in words for the owner of the account. */
export function EventsPart() {
  const events = usePages<AuditLine>(listSecurityEvents);
  return (
    <Part title={say.security.events} hint={say.security.eventsHint} testId="events">
      <Paged of={events} failed={say.failed} empty={say.security.noEvents} testId="events">
        {list => (
          <ul class="items" data-testid="event-list">
            {list.map((event, index) => (
              <EventItem key={event.id ?? index} event={event} />
            ))}
          </ul>
        )}
      </Paged>
    </Part>
  );
}

function EventItem({ event }: { event: AuditLine }) {
  return (
    <Item
      testId="event"
      id={event.action}
      title={
        <>
          {say.events[event.action] ?? event.action}
          {event.outcome && event.outcome !== 'done' && <span class="badge badge--danger">{say.security.refused}</span>}
        </>
      }
      about={
        <>
          <Age time={event.at} /> {event.address && say.security.from(event.address)}
        </>
      }
    />
  );
}
