import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { words } from '../words';
import { Icon } from './Icon';
import './dialog.css';

interface DialogProps {
  title: string;
  testId: string;
  onClose: () => void;
  /** Holds what is shown once only: a press beside it does not close it. */
  firm?: boolean;
  children: ComponentChildren;
}

/** A question or a form over the page. The browser keeps the focus in it and gives it back. */
export function Dialog({ title, testId, onClose, firm = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={titleId}
      data-testid={testId}
      onCancel={event => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={event => {
        if (event.target === dialog.current && !firm) onClose();
      }}
    >
      <div class="dialog__body">
        <header class="dialog__head">
          <h2 id={titleId}>{title}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label={words.close}
            onClick={onClose}
            data-testid="dialog-close"
          >
            <Icon name="close" size={20} />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
