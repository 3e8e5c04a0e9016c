import { useEffect, useState } from 'preact/hooks';
import { createList, isMember, readLists, setMember, type PeopleList } from '../../api/circle/lists';
import { problemOf } from '../../api/problem';
import type { Person } from '../../api/social/types';
import { tell } from '../../shell/toasts';
import { circle as say } from '../../words/circle';
import { Dialog } from '../Dialog';
import { Icon } from '../Icon';
import { Loaded } from '../identity/Loaded';
import { Switch } from '../identity/Switch';
import { useLoaded } from '../identity/useLoaded';
import { overlay } from '../overlay';
import { ListDialog } from './ListDialog';
import '../identity/identity.css';

/** Opens the choice of lists for somebody. */
export function chooseLists(person: Person): void {
  overlay.set(<ListsDialog person={person} onClose={() => overlay.set(null)} />);
}

/** On which lists somebody is. */
function ListsDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const lists = useLoaded(readLists);
  const [making, setMaking] = useState(false);
  const make = async (title: string): Promise<void> => {
    const list = await createList(title);
    await setMember(list.id, person.id, true);
    lists.set({ items: [...(lists.data?.items ?? []), list] });
    tell(say.addedMember(person.username ?? ''));
  };
  if (making) return <ListDialog onSave={make} onClose={() => setMaking(false)} />;
  return (
    <Dialog title={say.onLists(person.username ?? '')} testId="lists-dialog" onClose={onClose}>
      <Loaded of={lists} failed={say.failedLists} testId="lists" lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="soft">{say.listsHint}</p>
          ) : (
            <div>
              {items.map(list => (
                <Membership key={list.id} list={list} person={person} />
              ))}
            </div>
          )
        }
      </Loaded>
      <div class="dialog__actions">
        <button class="button" onClick={() => setMaking(true)} data-testid="list-new">
          <Icon name="plus" size={20} />
          {say.newList}
        </button>
      </div>
    </Dialog>
  );
}

function Membership({ list, person }: { list: PeopleList; person: Person }) {
  const [on, setOn] = useState<boolean>();
  useEffect(() => {
    isMember(list.id, person.id).then(setOn, () => setOn(false));
  }, [list.id]);
  const change = async (next: boolean): Promise<void> => {
    setOn(next);
    try {
      await setMember(list.id, person.id, next);
    } catch (thrown) {
      setOn(!next);
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <Switch
      label={list.title}
      on={on === true}
      disabled={on === undefined}
      testId="list-member"
      onChange={next => void change(next)}
    />
  );
}
