import { Problem } from '../../api/problem';
import type { Video } from '../../api/types';
import { deleteVideo } from '../../api/videos';
import { Dialog } from '../../parts/Dialog';
import { Icon } from '../../parts/Icon';
import { ProblemNotice } from '../../parts/Notice';
import { tell } from '../../shell/toasts';
import { forgetUnfinished } from '../../upload/unfinished';
import { words } from '../../words';
import { useForm } from '../../parts/useForm';

interface DeleteProps {
  video: Video;
  onClose: () => void;
  onDeleted: () => void;
}

/** Asks first: every copy is removed, and nobody can bring it back. */
export function DeleteDialog({ video, onClose, onDeleted }: DeleteProps) {
  const form = useForm();
  const confirm = (): Promise<void> =>
    form.submit(async () => {
      try {
        await deleteVideo(video.id);
      } catch (thrown) {
        // Gone is gone, whoever did it.
        if (!(thrown instanceof Problem && thrown.status === 404)) throw thrown;
      }
      forgetUnfinished(video.id);
      tell(words.deleted);
      onDeleted();
      onClose();
    });
  return (
    <Dialog title={words.deleteVideo} testId="delete-dialog" onClose={onClose}>
      {form.problem && <ProblemNotice problem={form.problem} />}
      <p>{words.deleteHint(video.title)}</p>
      <div class="dialog__actions">
        <button class="button" onClick={onClose} data-testid="delete-cancel">
          {words.cancel}
        </button>
        <button
          class="button button--danger"
          disabled={form.busy}
          onClick={() => void confirm()}
          data-testid="delete-confirm"
        >
          <Icon name="trash" size={20} />
          {words.delete}
        </button>
      </div>
    </Dialog>
  );
}
