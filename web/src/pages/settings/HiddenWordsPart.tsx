import { useState } from 'preact/hooks';
import { hideWord, readHiddenWords, showWord, type HiddenWord } from '../../api/circle/silence';
import { problemOf } from '../../api/problem';
import { SelectField, TextField } from '../../parts/Field';
import { Loaded } from '../../parts/identity/Loaded';
import { Item, Part } from '../../parts/identity/Part';
import { Tick } from '../../parts/identity/Switch';
import { useLoaded } from '../../parts/identity/useLoaded';
import { ProblemNotice } from '../../parts/Notice';
import { useForm } from '../../parts/useForm';
import { tell, tellUndoable } from '../../shell/toasts';
import { exactTime } from '../../words/figures';
import { preferences as say } from '../../words/preferences';

/** Seconds. */
const SPANS = { always: undefined, day: 86_400, week: 604_800, month: 2_592_000 } as const;

type Span = keyof typeof SPANS;

const ACTIONS = ['collapse', 'hide'] as const;

/** UTF-16 units, as many as the API takes at most; it counts characters as readers do. */
const LENGTH_MAX = 100;

/** Words that somebody does not want to read. */
export function HiddenWordsPart() {
  const all = useLoaded(readHiddenWords);
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const items = all.data?.items.filter(one => !hidden.includes(one.id)) ?? [];
  const remove = (word: HiddenWord): void => {
    setHidden(now => [...now, word.id]);
    const back = (): void => setHidden(now => now.filter(id => id !== word.id));
    tellUndoable(say.removedWord(word.text), back, () => {
      showWord(word.id).catch((thrown: unknown) => {
        const problem = problemOf(thrown);
        if (problem.status === 404) return;
        back();
        tell(problem.sentence);
      });
    });
  };
  return (
    <Part title={say.words} hint={say.wordsHint} testId="hidden-words">
      <WordForm onAdd={word => all.set({ items: [word, ...(all.data?.items ?? [])] })} />
      <Loaded of={all} failed={say.failed} testId="hidden-words" lines={2}>
        {() =>
          items.length === 0 ? (
            <p class="soft" data-testid="hidden-words-empty">
              {say.noWords}
            </p>
          ) : (
            <ul class="items">
              {items.map(word => (
                <Item
                  key={word.id}
                  id={word.id}
                  testId="hidden-word"
                  title={<span dir="auto">{word.text}</span>}
                  about={aboutOf(word)}
                >
                  <button
                    class="button"
                    aria-label={say.removeWordOf(word.text)}
                    onClick={() => remove(word)}
                    data-testid="hidden-word-remove"
                  >
                    {say.removeWord}
                  </button>
                </Item>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Part>
  );
}

function aboutOf(word: HiddenWord): string {
  return [
    say.actions[word.action],
    ...(word.wholeWord ? [] : [say.partOfWord]),
    ...(word.expiresAt ? [say.until(exactTime(word.expiresAt))] : []),
  ].join(' · ');
}

function WordForm({ onAdd }: { onAdd: (word: HiddenWord) => void }) {
  const form = useForm();
  const [text, setText] = useState('');
  const [wholeWord, setWholeWord] = useState(true);
  const [action, setAction] = useState<HiddenWord['action']>('collapse');
  const [span, setSpan] = useState<Span>('always');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void form.submit(async () => {
      const seconds = SPANS[span];
      onAdd(await hideWord({ text: text.trim(), wholeWord, action, ...(seconds && { expiresInSeconds: seconds }) }));
      setText('');
    });
  };
  return (
    <form class="part__form" onSubmit={submit}>
      {form.problem && !form.error('text') && <ProblemNotice problem={form.problem} />}
      <TextField
        label={say.word}
        value={text}
        error={form.error('text')}
        required
        maxLength={LENGTH_MAX}
        dir="auto"
        autoComplete="off"
        onInput={event => setText(event.currentTarget.value)}
        data-testid="hidden-word-text"
      />
      <Tick
        label={say.wholeWord}
        hint={say.wholeWordHint}
        on={wholeWord}
        testId="hidden-word-whole"
        onChange={setWholeWord}
      />
      <SelectField
        label={say.action}
        value={action}
        choices={ACTIONS.map(value => ({ value, name: say.actions[value] }))}
        onChoose={setAction}
        data-testid="hidden-word-action"
      />
      <SelectField
        label={say.span}
        value={span}
        choices={(Object.keys(SPANS) as Span[]).map(value => ({ value, name: say.spans[value] }))}
        onChoose={setSpan}
        data-testid="hidden-word-span"
      />
      <div class="part__actions">
        <button class="button button--primary" disabled={form.busy} data-testid="hidden-word-add">
          {say.addWord}
        </button>
      </div>
    </form>
  );
}
