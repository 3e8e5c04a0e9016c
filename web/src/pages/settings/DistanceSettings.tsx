import { readBlocks, readMutes, type MutedPerson } from '../../api/circle/silence';
import { knownRelation, setRelation } from '../../api/social/relations';
import { block, unmute } from '../../api/social/graph';
import { problemOf } from '../../api/problem';
import type { Person } from '../../api/social/types';
import { Part } from '../../parts/identity/Part';
import { Paged } from '../../parts/identity/Loaded';
import { usePages } from '../../parts/identity/usePages';
import { PersonRow } from '../../parts/people/People';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { exactTime } from '../../words/figures';
import { preferences as say } from '../../words/preferences';
import { HiddenWordsPart } from './HiddenWordsPart';

/** Whom and what somebody does not want to meet. */
export function DistanceSettings() {
  return (
    <>
      <HiddenWordsPart />
      <MutesPart />
      <BlocksPart />
    </>
  );
}

function MutesPart() {
  const mutes = usePages(readMutes);
  const end = async (person: MutedPerson): Promise<void> => {
    try {
      await unmute(person.id);
      const relation = knownRelation(person.id);
      if (relation) setRelation({ ...relation, muted: false, mutedUntil: null });
      mutes.change(items => items.filter(one => one.id !== person.id));
      tell(words.social.unmutedNow(person.username ?? ''));
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <Part title={say.mutes} hint={say.mutesHint} testId="mutes">
      <Paged of={mutes} failed={say.failed} empty={say.noMutes} testId="mutes">
        {items => (
          <ul class="people">
            {items.map(person => (
              <li key={person.id} data-testid="muted-person">
                <PersonRow person={person}>
                  <span class="soft distance__until">
                    {person.mutedUntil ? say.until(exactTime(person.mutedUntil)) : say.forGood}
                    {!person.notifications && `; ${say.loudNotifications}`}
                  </span>
                  <button
                    class="button button--small"
                    aria-label={say.unmuteOf(person.username ?? '')}
                    onClick={() => void end(person)}
                    data-testid="unmute"
                  >
                    {say.unmute}
                  </button>
                </PersonRow>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </Part>
  );
}

function BlocksPart() {
  const blocks = usePages(readBlocks);
  const end = async (person: Person): Promise<void> => {
    try {
      await block(person.id, false);
      const relation = knownRelation(person.id);
      if (relation) setRelation({ ...relation, blocked: false });
      blocks.change(items => items.filter(one => one.id !== person.id));
      tell(words.social.unblockedNow(person.username ?? ''));
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <Part title={say.blocks} hint={say.blocksHint} testId="blocks">
      <Paged of={blocks} failed={say.failed} empty={say.noBlocks} testId="blocks">
        {items => (
          <ul class="people">
            {items.map(person => (
              <li key={person.id} data-testid="blocked-person">
                <PersonRow person={person}>
                  <button
                    class="button button--small"
                    aria-label={say.unblockOf(person.username ?? '')}
                    onClick={() => void end(person)}
                    data-testid="unblock"
                  >
                    {say.unblock}
                  </button>
                </PersonRow>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </Part>
  );
}
