import { readConversations } from '../../api/inbox/messages';
import type { Person } from '../../api/social/types';
import { navigate } from '../../router/router';
import { overlay } from '../overlay';
import { mustSignIn } from '../post/viewer';
import { NewConversation } from './NewConversation';

/** Conversations that are looked through for one with somebody. */
const LOOKED_THROUGH = 100;

/** Opens the conversation with somebody, or begins one. */
export async function writeTo(person: Person): Promise<void> {
  if (mustSignIn()) return;
  const known = await readConversations('accepted', undefined, LOOKED_THROUGH).catch(() => undefined);
  const present = known?.items.find(one => one.kind === 'direct' && one.people[0]?.id === person.id);
  if (present) navigate(`/messages/${present.id}`);
  else overlay.set(<NewConversation to={person} onClose={() => overlay.set(null)} />);
}
