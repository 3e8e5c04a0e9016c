import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../Icon';
import './identity.css';
import './rooms.css';

export interface Room {
  id: string;
  name: string;
  icon: IconName;
}

interface RoomsProps {
  title: string;
  /** The address that the rooms lie below. */
  base: string;
  rooms: readonly Room[];
  /** The room that the address names; without one the first is open, on phones the list. */
  chosen: string;
  children: ComponentChildren;
}

/** A page of several rooms: their list beside it on wide screens, before it on phones. */
export function Rooms({ title, base, rooms, chosen, children }: RoomsProps) {
  const open = rooms.find(room => room.id === chosen) ?? rooms[0];
  return (
    <div class={chosen ? 'rooms' : 'rooms rooms--list'}>
      <div class="rooms__side">
        <h1 class="rooms__title">
          {chosen && (
            <a class="rooms__back" href={base}>
              <Icon name="chevron" size={20} />
              {title}
            </a>
          )}
          <span class={chosen ? 'rooms__name' : undefined}>{title}</span>
        </h1>
        <nav class="rooms__nav" aria-label={title}>
          {rooms.map(room => (
            <a
              key={room.id}
              class="rooms__room"
              href={`${base}/${room.id}`}
              aria-current={room === open ? 'page' : undefined}
              data-testid={`room-${room.id}`}
            >
              <Icon name={room.icon} size={22} />
              {room.name}
            </a>
          ))}
        </nav>
      </div>
      <div class="rooms__page" data-testid={`page-${open?.id}`}>
        <h2 class="rooms__heading">{open?.name}</h2>
        {children}
      </div>
    </div>
  );
}
