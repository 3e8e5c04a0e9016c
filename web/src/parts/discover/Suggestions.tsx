import { problemOf } from '../../api/problem';
import { dismissSuggestion, readSuggestions } from '../../api/social/graph';
import type { Person } from '../../api/social/types';
import type { Page } from '../../api/types';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { circle as say } from '../../words/circle';
import { nameOf } from '../Avatar';
import { Icon } from '../Icon';
import { Loaded } from '../identity/Loaded';
import { useLoaded, type LoadedState } from '../identity/useLoaded';
import { FollowButton } from '../people/FollowButton';
import { PersonRow } from '../people/People';
import './discover.css';

interface SuggestionsProps {
  of: LoadedState<Page<Person>>;
  max?: number;
}

/** For visitors there is nobody. */
export function useSuggestions(viewer: string | undefined): LoadedState<Page<Person>> {
  return useLoaded(async () => (viewer ? readSuggestions() : { items: [] }), viewer);
}

/** People whom somebody may want to follow: who of them never, is said by a button. */
export function Suggestions({ of: people, max = 10 }: SuggestionsProps) {
  const dismiss = async (person: Person): Promise<void> => {
    const before = people.data;
    if (!before) return;
    people.set({ ...before, items: before.items.filter(one => one.id !== person.id) });
    try {
      await dismissSuggestion(person.id);
    } catch (thrown) {
      people.set(before);
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <section class="discover" data-testid="suggestions-people">
      <h2>{words.social.suggestions}</h2>
      <Loaded of={people} failed={say.failedSuggestions} testId="suggestions-people" lines={3}>
        {page =>
          page.items.length === 0 ? (
            <p class="soft" data-testid="suggestions-empty">
              {say.noSuggestions}
            </p>
          ) : (
            <ul class="people">
              {page.items.slice(0, max).map(person => (
                <li key={person.id}>
                  <PersonRow person={person}>
                    <FollowButton person={person} small />
                    <button
                      class="icon-button discover__dismiss"
                      aria-label={words.social.dismissSuggestion(nameOf(person))}
                      title={words.social.dismissSuggestion(nameOf(person))}
                      onClick={() => void dismiss(person)}
                      data-testid="dismiss-suggestion"
                    >
                      <Icon name="close" size={18} />
                    </button>
                  </PersonRow>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
