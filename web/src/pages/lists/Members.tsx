import { useState } from 'preact/hooks';
import { readMembers, setMember } from '../../api/circle/lists';
import { problemOf } from '../../api/problem';
import type { Person } from '../../api/social/types';
import { People } from '../../parts/people/People';
import { PeopleSearch } from '../../parts/people/PeopleSearch';
import { tell } from '../../shell/toasts';
import { circle as say } from '../../words/circle';

/** Who is on a list, and who is to be. */
export function Members({ id }: { id: string }) {
  const [added, setAdded] = useState(0);
  const add = async (person: Person): Promise<void> => {
    try {
      await setMember(id, person.id, true);
      tell(say.addedMember(person.username ?? ''));
      setAdded(count => count + 1);
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <>
      <PeopleSearch
        label={say.addPeople}
        hint={say.addPeopleHint}
        without={[]}
        onPick={person => void add(person)}
        testId="list-add"
      />
      <People
        read={cursor => readMembers(id, cursor)}
        of={`list:${id}:${added}`}
        empty={say.noMembers}
        action={(person, gone) => <RemoveMember list={id} person={person} gone={gone} />}
      />
    </>
  );
}

function RemoveMember({ list, person, gone }: { list: string; person: Person; gone: () => void }) {
  const name = person.username ?? '';
  const remove = async (): Promise<void> => {
    try {
      await setMember(list, person.id, false);
      gone();
      tell(say.removedMember(name));
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <button
      class="button button--small"
      aria-label={say.removeMemberOf(name)}
      onClick={() => void remove()}
      data-testid="list-remove-member"
    >
      {say.removeMember}
    </button>
  );
}
