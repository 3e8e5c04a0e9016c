import { useEffect, useRef, useState } from 'preact/hooks';
import { readFollowedTags } from '../api/circle/tags';
import { Suggestions, useSuggestions } from '../parts/discover/Suggestions';
import { Trends, useTrends } from '../parts/discover/Trends';
import { TextField } from '../parts/Field';
import { Paged } from '../parts/identity/Loaded';
import { usePages } from '../parts/identity/usePages';
import { useViewer } from '../parts/post/viewer';
import { useTitle } from '../parts/title';
import { navigate, usePlace } from '../router/router';
import { circle as say } from '../words/circle';
import { Found } from './search/Found';
import { TagLinks } from './search/TagLinks';
import './tag.css';

/** Looks for people and hashtags by how they begin; before, shows what others talk about. */
export default function SearchPage() {
  useTitle(say.search);
  const { query } = usePlace();
  const [text, setText] = useState(query.get('q') ?? '');
  const viewer = useViewer();
  const wanted = text.trim();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // On a phone the keyboard would cover what is to be read.
    if (matchMedia('(pointer: fine)').matches) form.current?.querySelector('input')?.focus();
  }, []);
  return (
    <div class="reading search">
      <form
        ref={form}
        role="search"
        onSubmit={event => {
          event.preventDefault();
          navigate(`/search?q=${encodeURIComponent(wanted)}`, 'replace');
        }}
      >
        <h1 class="page__title">{say.search}</h1>
        <TextField
          label={say.searchField}
          type="search"
          value={text}
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          dir="auto"
          onInput={event => setText(event.currentTarget.value)}
          data-testid="search-field"
        />
      </form>
      {wanted.replace(/^[@#]/, '') !== '' ? (
        <Found query={wanted} viewer={viewer} />
      ) : (
        <Around viewer={viewer} />
      )}
    </div>
  );
}

/** What others talk about, and whom somebody may want to follow. */
function Around({ viewer }: { viewer: string | undefined }) {
  const trends = useTrends();
  const people = useSuggestions(viewer);
  return (
    <>
      <Trends of={trends} />
      {viewer && <Suggestions of={people} />}
      {viewer && <FollowedTags />}
    </>
  );
}

function FollowedTags() {
  const tags = usePages(readFollowedTags);
  return (
    <section class="discover" data-testid="followed-tags">
      <h2>{say.followedTags}</h2>
      <Paged of={tags} failed={say.failedTag} empty={say.noFollowedTags} testId="followed-tags">
        {items => <TagLinks tags={items} />}
      </Paged>
    </section>
  );
}
