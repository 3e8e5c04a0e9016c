import { circle as say } from '../../words/circle';
import { Icon } from '../Icon';
import type { LoadedState } from '../identity/useLoaded';
import { useViewer } from '../post/viewer';
import { Suggestions, useSuggestions } from './Suggestions';
import { Trends, useTrends } from './Trends';

/** Of each that are shown beside a stream; the search page has the rest. */
const SHOWN = 6;

/** Beside a stream on wide screens: what is talked about, and whom to follow. It comes at once, so that nothing moves. */
export default function SideColumn() {
  const viewer = useViewer();
  const trends = useTrends();
  const people = useSuggestions(viewer);
  if (!isSettled(trends) || !isSettled(people)) return null;
  return (
    <>
      <a class="side__search" href="/search" data-testid="side-search">
        <Icon name="search" size={20} />
        {say.search}
      </a>
      {trends.data && <Trends of={trends} max={SHOWN} />}
      {viewer && people.data && <Suggestions of={people} max={SHOWN} />}
    </>
  );
}

function isSettled(part: Pick<LoadedState<unknown>, 'data' | 'problem'>): boolean {
  return part.data !== undefined || part.problem !== undefined;
}
