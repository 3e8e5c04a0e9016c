import { deleteList, type PeopleList } from '../../api/circle/lists';
import { problemOf } from '../../api/problem';
import { createStore } from '../../parts/store';
import { tell, tellUndoable } from '../../shell/toasts';
import { circle as say } from '../../words/circle';

/** Lists that are deleted, as far as can be undone or is known here. */
export const leaving = createStore<readonly string[]>([]);

/** Takes a list away at once, and for good when nobody takes that back. */
export function removeList(list: PeopleList): void {
  leaving.update(now => [...now, list.id]);
  const back = (): void => leaving.update(now => now.filter(id => id !== list.id));
  tellUndoable(say.deletedList(list.title), back, () => {
    deleteList(list.id).catch((thrown: unknown) => {
      back();
      tell(problemOf(thrown).sentence);
    });
  });
}
