import { useState } from 'preact/hooks';
import type { Person } from '../../api/social/types';
import { words } from '../../words';
import { Icon } from '../Icon';

/** Writes to somebody; what that takes is loaded when it is pressed. */
export function MessageButton({ person }: { person: Person }) {
  const [busy, setBusy] = useState(false);
  const press = async (): Promise<void> => {
    setBusy(true);
    try {
      await (await import('./writeTo')).writeTo(person);
    } finally {
      setBusy(false);
    }
  };
  const name = words.social.messageTo(person.username ?? '');
  return (
    <button
      class="icon-button"
      aria-label={name}
      title={name}
      disabled={busy}
      onClick={() => void press()}
      data-testid="write-to-person"
    >
      <Icon name="mail" size={22} />
    </button>
  );
}
