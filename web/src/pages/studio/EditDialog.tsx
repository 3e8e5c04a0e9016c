import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Problem, problemOf } from '../../api/problem';
import type { Video, VideoDetails, Visibility } from '../../api/types';
import { editVideo, readVideo } from '../../api/videos';
import { Dialog } from '../../parts/Dialog';
import { Field, SelectField, TextField } from '../../parts/Field';
import { Failed, ProblemNotice } from '../../parts/Notice';
import { tell } from '../../shell/toasts';
import { TITLE_MAX } from '../../upload/files';
import { visibilityChoices, words } from '../../words';
import { focusRefused, useForm } from '../../parts/useForm';

/** Characters, as the API has it. */
const DESCRIPTION_MAX = 5_000;

interface EditProps {
  id: string;
  onClose: () => void;
  onSaved: (video: Video) => void;
}

interface Read {
  video: Video;
  etag: string | undefined;
}

/** Changes what is said of a video, on the ground of its present state. */
export function EditDialog({ id, onClose, onSaved }: EditProps) {
  const [read, setRead] = useState<Read>();
  const [problem, setProblem] = useState<Problem>();
  const load = useCallback(async () => {
    setProblem(undefined);
    try {
      const { data, etag } = await readVideo(id);
      setRead({ video: data, etag });
    } catch (thrown) {
      setProblem(problemOf(thrown));
    }
  }, [id]);
  useEffect(() => void load(), [load]);
  return (
    <Dialog title={words.editVideo} testId="edit-dialog" onClose={onClose}>
      {problem && <Failed title={words.editVideo} problem={problem} testId="edit-failed" retry={() => void load()} />}
      {read && <EditForm key={read.etag} read={read} onClose={onClose} onSaved={onSaved} onStale={load} />}
    </Dialog>
  );
}

interface FormProps {
  read: Read;
  onClose: () => void;
  onSaved: (video: Video) => void;
  onStale: () => Promise<void>;
}

function EditForm({ read: { video, etag }, onClose, onSaved, onStale }: FormProps) {
  const form = useForm();
  const element = useRef<HTMLFormElement>(null);
  const [visibility, setVisibility] = useState<Visibility>(video.visibility);
  const [left, setLeft] = useState(DESCRIPTION_MAX - (video.description?.length ?? 0));
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    await form.submit(async () => {
      const changes = changesIn(new FormData(element.current ?? undefined), visibility, video);
      try {
        if (Object.keys(changes).length > 0) onSaved(await editVideo(video.id, changes, etag));
        tell(words.saved);
        onClose();
      } catch (thrown) {
        if (!(thrown instanceof Problem && thrown.status === 412)) throw thrown;
        tell(words.changedMeanwhile);
        await onStale();
      }
    });
    focusRefused(element.current);
  };
  const aboutField = ['title', 'description', 'tags'].some(name => form.error(name));
  return (
    <form ref={element} class="edit" onSubmit={event => void submit(event)} data-testid="edit-form">
      {form.problem && !aboutField && <ProblemNotice problem={form.problem} />}
      <TextField
        label={words.title}
        name="title"
        defaultValue={video.title}
        required
        maxLength={TITLE_MAX}
        error={form.error('title')}
        dir="auto"
        data-testid="edit-title"
      />
      <Field
        label={words.description}
        hint={left < 500 ? words.charactersLeft(String(left)) : words.descriptionHint}
        error={form.error('description')}
      >
        {ties => (
          <textarea
            class="input"
            name="description"
            defaultValue={video.description ?? ''}
            maxLength={DESCRIPTION_MAX}
            dir="auto"
            data-testid="edit-description"
            onInput={event => setLeft(DESCRIPTION_MAX - event.currentTarget.value.length)}
            {...ties}
          />
        )}
      </Field>
      <TextField
        label={words.tags}
        hint={words.tagsHint}
        name="tags"
        defaultValue={(video.tags ?? []).join(', ')}
        error={form.error('tags')}
        dir="auto"
        data-testid="edit-tags"
      />
      <SelectField
        label={words.visibility}
        value={visibility}
        hint={words.visibilityHints[visibility]}
        choices={visibilityChoices()}
        onChoose={setVisibility}
        data-testid="edit-visibility"
      />
      <div class="dialog__actions">
        <button class="button" type="button" onClick={onClose}>
          {words.cancel}
        </button>
        <button class="button button--primary" disabled={form.busy} data-testid="edit-save">
          {form.busy ? words.saving : words.save}
        </button>
      </div>
    </form>
  );
}

/** What differs from what was read: nothing else is touched. */
function changesIn(fields: FormData, visibility: Visibility, before: Video): Partial<VideoDetails> {
  const title = String(fields.get('title')).trim();
  // Forms write line ends as on old terminals.
  const description = String(fields.get('description')).replace(/\r\n/g, '\n').trim();
  const tags = String(fields.get('tags'))
    .split(',')
    .map(tag => tag.trim().replace(/^#/, ''))
    .filter(tag => tag !== '');
  return {
    ...(title !== before.title && { title }),
    ...(description !== (before.description ?? '') && { description }),
    ...(tags.join('\n') !== (before.tags ?? []).join('\n') && { tags }),
    ...(visibility !== before.visibility && { visibility }),
  };
}
