import { useEffect, useState } from 'preact/hooks';
import { isAbort, problemOf, type Problem } from '../../api/problem';
import { searchPeople } from '../../api/social/graph';
import { suggestTags } from '../../api/social/tags';
import type { Person } from '../../api/social/types';
import { Empty, Failed } from '../../parts/Notice';
import { FollowButton } from '../../parts/people/FollowButton';
import { PersonRow } from '../../parts/people/People';
import { circle as say } from '../../words/circle';
import { TagLinks } from './TagLinks';

/** Milliseconds without a key before it is searched. */
const REST = 200;

interface Result {
  people: readonly Person[];
  tags: readonly { tag: string }[];
}

/** Whoever and whatever is called so. */
export function Found({ query, viewer }: { query: string; viewer: string | undefined }) {
  const [found, setFound] = useState<Result>();
  const [problem, setProblem] = useState<Problem>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(() => {
      search(query, viewer !== undefined, asking.signal).then(
        result => {
          setProblem(undefined);
          setFound(result);
        },
        (thrown: unknown) => {
          if (!isAbort(thrown)) setProblem(problemOf(thrown));
        },
      );
    }, REST);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [query, viewer, tries]);
  if (problem) {
    return <Failed title={say.failedSearch} problem={problem} testId="search-failed" retry={() => setTries(tries + 1)} />;
  }
  if (!found) return null;
  if (found.people.length + found.tags.length === 0) {
    const hint = viewer ? say.nothingFoundHint : say.searchSignIn;
    return <Empty icon="search" title={say.nothingFound(query)} hint={hint} testId="search-empty" />;
  }
  return (
    <>
      {found.people.length > 0 && (
        <section class="discover" data-testid="search-people">
          <h2>{say.foundPeople}</h2>
          <ul class="people">
            {found.people.map(person => (
              <li key={person.id}>
                <PersonRow person={person}>
                  <FollowButton person={person} small />
                </PersonRow>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.tags.length > 0 && (
        <section class="discover" data-testid="search-tags">
          <h2>{say.foundTags}</h2>
          <TagLinks tags={found.tags} />
        </section>
      )}
    </>
  );
}

/** An @ asks for people alone, a # for hashtags; people are found by members only. */
async function search(query: string, member: boolean, signal: AbortSignal): Promise<Result> {
  const name = query.replace(/^[@#]/, '');
  const [people, tags] = await Promise.all([
    member && !query.startsWith('#') ? searchPeople(name, signal) : { items: [] },
    // What cannot be a hashtag is none.
    query.startsWith('@') ? { items: [] } : suggestTags(name, signal).catch(none),
  ]);
  return { people: people.items, tags: tags.items };
}

function none(thrown: unknown): { items: [] } {
  const problem = problemOf(thrown);
  if (problem.status === 400 || problem.status === 422) return { items: [] };
  throw problem;
}
