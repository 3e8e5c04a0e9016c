import { TITLE_MAX, type PeopleList } from '../../api/circle/lists';
import { words } from '../../words';
import { circle as say } from '../../words/circle';
import { Dialog } from '../Dialog';
import { TextField } from '../Field';
import { ProblemNotice } from '../Notice';
import { useForm } from '../useForm';

interface ListDialogProps {
  /** The one that gets another title; without it a new one is made. */
  list?: PeopleList;
  onSave: (title: string) => Promise<void>;
  onClose: () => void;
}

/** What a list is called. */
export function ListDialog({ list, onSave, onClose }: ListDialogProps) {
  const form = useForm();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const title = String(new FormData(event.currentTarget as HTMLFormElement).get('title')).trim();
    void form.submit(async () => {
      await onSave(title);
      onClose();
    });
  };
  return (
    <Dialog title={list ? say.renameList : say.newList} testId="list-dialog" onClose={onClose}>
      <form class="form" onSubmit={submit}>
        {form.problem && !form.error('title') && <ProblemNotice problem={form.problem} />}
        <TextField
          label={say.title}
          name="title"
          required
          maxLength={TITLE_MAX}
          defaultValue={list?.title ?? ''}
          error={form.error('title')}
          dir="auto"
          autoComplete="off"
          data-testid="list-title"
        />
        <div class="dialog__actions">
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button class="button button--primary" disabled={form.busy} data-testid="list-save">
            {list ? words.save : say.create}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
