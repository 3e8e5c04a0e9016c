import { useState } from 'preact/hooks';
import { learn } from '../../api/social/postStore';
import { readHeldComments, readWatchedWords, setWatchedWords } from '../../api/social/threads';
import type { Post } from '../../api/social/types';
import { AreaField } from '../../parts/Field';
import { Loaded, Place } from '../../parts/identity/Loaded';
import { useLoaded } from '../../parts/identity/useLoaded';
import { usePages } from '../../parts/identity/usePages';
import { Empty, Failed, ProblemNotice } from '../../parts/Notice';
import { PostCard } from '../../parts/post/PostCard';
import { useForm } from '../../parts/useForm';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { talk as say } from '../../words/talk';
import { Review } from '../watch/Comments';

/** The comments that wait for the owner of the videos, and the words that hold them. */
export function HeldComments() {
  const pages = usePages<Post>(async cursor => {
    const page = await readHeldComments(cursor);
    learn(page.items);
    return page;
  });
  return (
    <div class="held">
      <section aria-label={say.review}>
        <p class="soft held__hint">{say.reviewHint}</p>
        {!pages.items && !pages.problem && <Place lines={4} />}
        {pages.problem && (
          <Failed
            title={say.failedComments}
            problem={pages.problem}
            testId="held-failed"
            retry={pages.items ? pages.loadMore : pages.reload}
          />
        )}
        {pages.items?.length === 0 && (
          <Empty icon="check" title={say.nothingHeld} hint={say.nothingHeldHint} testId="held-empty" />
        )}
        {pages.items && pages.items.length > 0 && (
          <ul class="posts" data-testid="held-list">
            {pages.items.map(post => (
              <li class="posts__entry" key={post.id}>
                <PostCard post={post}>
                  {post.rootVideo && (
                    <a class="linked" href={`/watch/${post.rootVideo}`}>
                      {say.onVideo}
                    </a>
                  )}
                  <Review
                    post={post}
                    onDecided={() => pages.change(items => items.filter(one => one.id !== post.id))}
                  />
                </PostCard>
              </li>
            ))}
          </ul>
        )}
        {pages.more && (
          <button class="button" disabled={pages.loading} onClick={pages.loadMore} data-testid="load-more">
            {words.loadMore}
          </button>
        )}
      </section>
      <WatchedWords />
    </div>
  );
}

function WatchedWords() {
  const read = useLoaded(readWatchedWords);
  return (
    <section aria-label={say.watchedWords}>
      <Loaded of={read} failed={say.failedWords} testId="watched-words" lines={3}>
        {({ words: watched }) => <WordsForm watched={watched} />}
      </Loaded>
    </section>
  );
}

function WordsForm({ watched }: { watched: readonly string[] }) {
  const form = useForm();
  const [text, setText] = useState(watched.join('\n'));
  const save = (event: Event): void => {
    event.preventDefault();
    void form.submit(async () => {
      await setWatchedWords([...new Set(text.split('\n').map(line => line.trim()).filter(line => line !== ''))]);
      tell(words.saved);
    });
  };
  return (
    <form class="held__words" onSubmit={save}>
      {form.problem && <ProblemNotice problem={form.problem} />}
      <AreaField
        label={say.watchedWords}
        hint={say.watchedHint}
        defaultValue={watched.join('\n')}
        onInput={setText}
        dir="auto"
        data-testid="watched-input"
      />
      <button class="button" disabled={form.busy} data-testid="watched-save">
        {form.busy ? words.saving : words.save}
      </button>
    </form>
  );
}
