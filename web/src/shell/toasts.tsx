import { createStore, useStore } from '../parts/store';
import { Icon } from '../parts/Icon';
import { words } from '../words';
import './toasts.css';

interface Toast {
  id: number;
  text: string;
  undo: (() => void) | undefined;
}

/** Milliseconds that a short sentence needs to be noticed and read; as long as something can be undone. */
const SHOWN = 5_000;

const toasts = createStore<readonly Toast[]>([]);
let count = 0;

/** Tells something that happened, without asking for anything. */
export function tell(text: string): void {
  show(text, undefined);
}

/** Tells something that can be undone for a while; `settle` makes it final. */
export function tellUndoable(text: string, undo: () => void, settle: () => void): void {
  let settled = false;
  const once = (work: () => void) => (): void => {
    if (!settled) work();
    settled = true;
  };
  show(text, once(undo));
  setTimeout(once(settle), SHOWN);
}

function show(text: string, undo: (() => void) | undefined): void {
  const toast = { id: ++count, text, undo };
  toasts.update(shown => [...shown.slice(-2), toast]);
  setTimeout(() => remove(toast.id), SHOWN);
}

function remove(id: number): void {
  toasts.update(shown => shown.filter(toast => toast.id !== id));
}

export function Toasts() {
  const shown = useStore(toasts);
  return (
    <div class="toasts" role="status" aria-live="polite" data-testid="toasts">
      {shown.map(toast => (
        <div class="toast" key={toast.id}>
          <p>{toast.text}</p>
          {toast.undo && (
            <button
              class="toast__undo"
              data-testid="undo"
              onClick={() => {
                toast.undo?.();
                remove(toast.id);
              }}
            >
              {words.undo}
            </button>
          )}
          <button class="icon-button" aria-label={words.dismiss} onClick={() => remove(toast.id)}>
            <Icon name="close" size={18} />
          </button>
        </div>
      ))}
    </div>
  );
}
