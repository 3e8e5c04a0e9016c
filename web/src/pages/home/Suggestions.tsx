import { useState } from 'preact/hooks';
import { dismissSuggestion, readSuggestions } from '../../api/social/graph';
import type { Person } from '../../api/social/types';
import { nameOf } from '../../parts/Avatar';
import { Icon } from '../../parts/Icon';
import { useLoaded } from '../../parts/identity/useLoaded';
import { FollowButton } from '../../parts/people/FollowButton';
import { PersonRow } from '../../parts/people/People';
import { words } from '../../words';

const SHOWN = 5;

/** People whom those follow whom the viewer follows. Without any, nothing is missed. */
export function Suggestions() {
  const read = useLoaded(readSuggestions);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const people = read.data?.items.filter(person => !dismissed.includes(person.id)).slice(0, SHOWN) ?? [];
  if (people.length === 0) return null;
  const dismiss = (person: Person): void => {
    setDismissed([...dismissed, person.id]);
    // It comes back another day when this is not heard.
    dismissSuggestion(person.id).catch(() => {});
  };
  return (
    <section class="suggestions" aria-labelledby="suggestions-title" data-testid="suggestions-people">
      <h2 id="suggestions-title">{words.social.suggestions}</h2>
      <ul class="people">
        {people.map(person => (
          <li key={person.id}>
            <PersonRow person={person}>
              <FollowButton person={person} small />
              <button
                class="icon-button"
                aria-label={words.social.dismissSuggestion(nameOf(person))}
                onClick={() => dismiss(person)}
                data-testid="dismiss-suggestion"
              >
                <Icon name="close" size={18} />
              </button>
            </PersonRow>
          </li>
        ))}
      </ul>
    </section>
  );
}
