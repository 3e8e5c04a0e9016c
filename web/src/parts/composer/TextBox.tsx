import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { searchPeople } from '../../api/social/graph';
import { suggestTags } from '../../api/social/tags';
import type { Person } from '../../api/social/types';
import { words } from '../../words';
import { composer as say } from '../../words/composer';
import { number } from '../../words/figures';
import { Avatar, nameOf } from '../Avatar';
import { completed, typedAt, type Typed } from './typed';

/** Milliseconds without a key before it is asked who or what is meant. */
const REST = 150;

const SHOWN = 6;

interface Suggestion {
  value: string;
  person?: Person;
  posts?: number | undefined;
}

interface TextBoxProps {
  label: string;
  value: string;
  autoFocus: boolean;
  onChange: (text: string) => void;
  onFiles: (files: File[]) => void;
}

/** Where the text is written: as high as it is long; offers people after an @ and hashtags after a #. */
export function TextBox({ label, value, autoFocus, onChange, onFiles }: TextBoxProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [typed, setTyped] = useState<Typed>();
  const [chosen, setChosen] = useState(0);
  const found = useSuggestions(typed);
  const open = found.length > 0;
  useLayoutEffect(() => {
    const shown = area.current;
    if (!shown) return;
    shown.style.height = 'auto';
    shown.style.height = `${shown.scrollHeight + 2}px`;
  }, [value]);
  useEffect(() => {
    const shown = area.current;
    if (!autoFocus || !shown) return;
    shown.focus();
    shown.setSelectionRange(shown.value.length, shown.value.length);
  }, []);
  useEffect(() => setChosen(0), [found]);

  const look = (): void => {
    const shown = area.current;
    const caret = shown && shown.selectionStart === shown.selectionEnd ? shown.selectionStart : undefined;
    const at = shown && caret !== undefined ? typedAt(shown.value, caret) : undefined;
    setTyped(before => (before?.query === at?.query && before?.start === at?.start ? before : at));
  };
  const take = (suggestion: Suggestion): void => {
    const shown = area.current;
    if (!typed || !shown) return;
    const next = completed(shown.value, typed, suggestion.value);
    // Kept in the box's own history, so that it can be undone there.
    shown.value = next.text;
    shown.setSelectionRange(next.caret, next.caret);
    shown.focus();
    setTyped(undefined);
    onChange(next.text);
  };
  const keys = (event: KeyboardEvent): void => {
    if (!open || event.ctrlKey || event.metaKey) return;
    const suggestion = found[chosen];
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % found.length);
    else if (event.key === 'ArrowUp') setChosen((chosen - 1 + found.length) % found.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && suggestion) take(suggestion);
    else if (event.key === 'Escape') setTyped(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="text-box">
      <textarea
        ref={area}
        class="text-box__area"
        aria-label={label}
        placeholder={label}
        value={value}
        rows={2}
        dir="auto"
        aria-autocomplete="list"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? `${listId}-${chosen}` : undefined}
        onInput={event => {
          onChange(event.currentTarget.value);
          look();
        }}
        onSelect={look}
        onBlur={() => setTimeout(() => setTyped(undefined), REST)}
        onKeyDown={keys}
        onPaste={event => {
          const files = [...(event.clipboardData?.files ?? [])];
          if (files.length === 0) return;
          event.preventDefault();
          onFiles(files);
        }}
        data-testid="composer-text"
      />
      {open && (
        <ul class="suggested" role="listbox" id={listId} aria-label={say.suggestions} data-testid="suggestions">
          {found.map((suggestion, index) => (
            <li
              key={suggestion.value}
              id={`${listId}-${index}`}
              class="suggested__one"
              role="option"
              aria-selected={index === chosen}
              data-testid="suggestion"
              onPointerDown={event => {
                event.preventDefault();
                take(suggestion);
              }}
            >
              {suggestion.person ? (
                <>
                  <Avatar owner={suggestion.person} size="s" />
                  <strong dir="auto">{nameOf(suggestion.person)}</strong>
                  <span class="soft">@{suggestion.value}</span>
                </>
              ) : (
                <>
                  <strong dir="auto">#{suggestion.value}</strong>
                  {suggestion.posts !== undefined && (
                    <span class="soft">
                      {number(suggestion.posts)} {words.social.posts}
                    </span>
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const NONE: readonly Suggestion[] = [];

/** Who or what may be meant by what is being typed. */
function useSuggestions(typed: Typed | undefined): readonly Suggestion[] {
  const [found, setFound] = useState<readonly Suggestion[]>(NONE);
  useEffect(() => {
    if (!typed) {
      setFound(NONE);
      return;
    }
    const request = new AbortController();
    const timer = setTimeout(() => {
      ask(typed, request.signal).then(
        suggestions => !request.signal.aborted && setFound(suggestions.slice(0, SHOWN)),
        // Without suggestions it is written in full.
        () => !request.signal.aborted && setFound(NONE),
      );
    }, REST);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [typed]);
  return found;
}

async function ask(typed: Typed, signal: AbortSignal): Promise<Suggestion[]> {
  if (typed.kind === 'mention') {
    const { items } = await searchPeople(typed.query, signal);
    return items.flatMap(person => (person.username ? [{ value: person.username, person }] : []));
  }
  const { items } = await suggestTags(typed.query, signal);
  return items.map(({ tag, posts }) => ({ value: tag, posts }));
}
