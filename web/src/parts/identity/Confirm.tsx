import type { ComponentChildren } from 'preact';
import { words } from '../../words';
import { Dialog } from '../Dialog';
import { ProblemNotice } from '../Notice';
import { useForm } from '../useForm';

interface ConfirmProps {
  title: string;
  testId: string;
  /** The act, as its button says it. */
  act: string;
  danger?: boolean;
  onClose: () => void;
  onConfirm: () => Promise<void>;
  children: ComponentChildren;
}

/** Asks before something that nobody can take back. */
export function Confirm({ title, testId, act, danger = true, onClose, onConfirm, children }: ConfirmProps) {
  const form = useForm();
  const confirm = (): Promise<void> =>
    form.submit(async () => {
      await onConfirm();
      onClose();
    });
  return (
    <Dialog title={title} testId={testId} onClose={onClose}>
      {form.problem && <ProblemNotice problem={form.problem} />}
      {children}
      <div class="dialog__actions">
        <button type="button" class="button" onClick={onClose} data-testid={`${testId}-cancel`}>
          {words.cancel}
        </button>
        <button
          type="button"
          class={danger ? 'button button--danger' : 'button button--primary'}
          disabled={form.busy}
          onClick={() => void confirm()}
          data-testid={`${testId}-confirm`}
        >
          {act}
        </button>
      </div>
    </Dialog>
  );
}
