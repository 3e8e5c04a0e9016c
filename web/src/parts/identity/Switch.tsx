import { useId } from 'preact/hooks';
import './identity.css';

interface SwitchProps {
  label: string;
  hint?: string | undefined;
  on: boolean;
  disabled?: boolean;
  testId: string;
  onChange: (on: boolean) => void;
}

/** Something that is on or off; it takes effect at once, or with the form that it stands in. */
export function Switch({ label, hint, on, disabled = false, testId, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div class="switch">
      <div>
        <label class="switch__label" for={id}>
          {label}
        </label>
        {hint && (
          <p class="switch__hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        class="switch__box"
        checked={on}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        data-testid={testId}
        onChange={event => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}

interface TickProps {
  label: string;
  hint?: string | undefined;
  on: boolean;
  testId: string;
  onChange: (on: boolean) => void;
}

/** One of several choices that may be ticked. */
export function Tick({ label, hint, on, testId, onChange }: TickProps) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        class="tick__box"
        checked={on}
        data-testid={testId}
        onChange={event => onChange(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint && <small class="tick__hint">{hint}</small>}
      </span>
    </label>
  );
}
