import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { searchPeople } from '../../api/social/graph';
import type { Person } from '../../api/social/types';
import { inbox } from '../../words/inbox';
import { Avatar, nameOf } from '../Avatar';
import { TextField } from '../Field';
import './people.css';

/** Milliseconds without a key before it is asked who is meant. */
const REST = 150;

interface SearchProps {
  label: string;
  hint?: string;
  /** People who are not offered. */
  without: readonly string[];
  onPick: (person: Person) => void;
  testId: string;
}

/** Finds people by the beginning of a name; what is found stands below, to be pressed. */
export function PeopleSearch({ label, hint, without, onPick, testId }: SearchProps) {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly Person[]>();
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const listId = useId();
  useEffect(() => {
    const wanted = query.trim();
    if (wanted === '' || wanted === '@') {
      setFound(undefined);
      return;
    }
    const asking = new AbortController();
    const timer = setTimeout(() => {
      searchPeople(wanted, asking.signal).then(
        page => setFound(page.items),
        () => {},
      );
    }, REST);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [query]);
  const offered = found?.filter(person => !without.includes(person.id));
  const pick = (person: Person): void => {
    onPick(person);
    setQuery('');
    field.current?.querySelector('input')?.focus();
  };
  const keys = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'ArrowDown') buttons[Math.min(at + 1, buttons.length - 1)]?.focus();
    else if (event.key === 'ArrowUp' && at === 0) field.current?.querySelector('input')?.focus();
    else if (event.key === 'ArrowUp') buttons[at - 1]?.focus();
    else if (event.key === 'Enter' && at < 0 && offered?.[0]) pick(offered[0]);
    else return;
    event.preventDefault();
  };
  return (
    <div class="finder" onKeyDown={keys} ref={field}>
      <TextField
        label={label}
        {...(hint && { hint })}
        type="search"
        value={query}
        autoComplete="off"
        autoCapitalize="none"
        spellcheck={false}
        onInput={event => setQuery(event.currentTarget.value)}
        data-testid={testId}
      />
      <div role="status" id={listId}>
        {offered?.length === 0 && <p class="soft">{inbox.messages.nobodyFound}</p>}
        {offered && offered.length > 0 && (
          <ul ref={list} class="finder__list">
            {offered.map(person => (
              <li key={person.id}>
                <button
                  type="button"
                  class="finder__one"
                  onClick={() => pick(person)}
                  data-testid="found-person"
                  data-username={person.username}
                >
                  <Avatar owner={person} />
                  <span>
                    <strong dir="auto">{nameOf(person)}</strong> <span class="soft">@{person.username}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
