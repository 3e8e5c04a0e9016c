import type { Person } from '../../api/social/types';

/** Opens the choice of lists; what that takes is loaded then. */
export async function addToList(person: Person): Promise<void> {
  const { chooseLists } = await import('./ListsDialog');
  chooseLists(person);
}
