import type { ComponentChildren } from 'preact';
import type { Person } from '../../api/social/types';
import type { Page } from '../../api/types';
import { words } from '../../words';
import { people as say } from '../../words/people';
import { Avatar, nameOf } from '../Avatar';
import { Icon } from '../Icon';
import { Paged } from '../identity/Loaded';
import { usePages } from '../identity/usePages';
import { FollowButton } from './FollowButton';
import './people.css';

interface PeopleProps {
  read: (cursor: string | undefined) => Promise<Page<Person>>;
  /** What the list is of: another one begins anew. */
  of: string;
  empty: string;
  /** Stands where the follow button would. */
  action?: (person: Person, gone: () => void) => ComponentChildren;
}

/** A list of people, page by page. */
export function People({ read, of, empty, action }: PeopleProps) {
  const pages = usePages(read, of);
  const remove = (id: string): void => pages.change(items => items.filter(one => one.id !== id));
  return (
    <Paged of={pages} failed={say.failedPeople} empty={empty} testId="people">
      {items => (
        <>
          <ul class="people" data-testid="people">
            {items.map(person => (
              <li key={person.id}>
                <PersonRow person={person}>
                  {action ? action(person, () => remove(person.id)) : <FollowButton person={person} small />}
                </PersonRow>
              </li>
            ))}
          </ul>
          {!pages.more && <p class="list-end soft">{words.listEnd}</p>}
        </>
      )}
    </Paged>
  );
}

export function PersonRow({ person, children }: { person: Person; children?: ComponentChildren }) {
  return (
    <div class="someone" data-testid="someone" data-username={person.username}>
      <Avatar owner={person} size="l" />
      <div class="someone__words">
        <a class="someone__name" href={`/@${person.username}`} dir="auto">
          {nameOf(person)}
          {person.private && <Icon name="lock" size={14} />}
        </a>
        <span class="soft">@{person.username}</span>
      </div>
      {children}
    </div>
  );
}
