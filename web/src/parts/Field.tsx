import type { ComponentChildren, TargetedEvent } from 'preact';
import { useId, useState } from 'preact/hooks';
import { words } from '../words';
import { Icon } from './Icon';

interface Labelled {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
}

interface Ties {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean;
}

interface FieldProps extends Labelled {
  children: (ties: Ties) => ComponentChildren;
}

/** A labelled place to write or choose, with its hint, and its error once there is one. */
export function Field({ label, hint, error, optional, children }: FieldProps) {
  const id = useId();
  const invalid = error !== undefined;
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label} {optional && <span class="field__optional">({words.optional})</span>}
      </label>
      <div class="field__box">{children({ id, 'aria-describedby': described, 'aria-invalid': invalid })}</div>
      {error ? (
        <p class="field__error" id={`${id}-error`}>
          {error}
        </p>
      ) : (
        hint && (
          <p class="field__hint" id={`${id}-hint`}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}

interface InputProps extends Labelled {
  name?: string;
  value?: string;
  defaultValue?: string;
  type?: 'text' | 'email' | 'date' | 'url' | 'number' | 'search';
  required?: boolean;
  min?: string;
  max?: string;
  minLength?: number;
  maxLength?: number;
  autoComplete?: string;
  autoCapitalize?: 'none';
  spellcheck?: boolean;
  dir?: 'auto';
  inputMode?: 'numeric' | 'text';
  pattern?: string;
  placeholder?: string;
  rows?: number;
  onInput?: (event: TargetedEvent<HTMLInputElement>) => void;
  onChange?: (event: TargetedEvent<HTMLInputElement>) => void;
  'data-testid'?: string;
}

export function TextField({ label, hint, error, optional, ...input }: InputProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false}>
      {ties => <input class="input" {...(input as object)} {...ties} />}
    </Field>
  );
}

/** Several lines; `onInput` tells what is in it. */
export function AreaField({ label, hint, error, optional, onInput, ...input }: AreaProps) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false}>
      {ties => (
        <textarea
          class="input"
          onInput={event => onInput?.(event.currentTarget.value)}
          {...(input as object)}
          {...ties}
        />
      )}
    </Field>
  );
}

type AreaProps = Omit<InputProps, 'onInput' | 'onChange'> & { onInput?: (value: string) => void };

export function PasswordField({ label, hint, error, optional, ...input }: InputProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error} optional={optional ?? false}>
      {ties => (
        <>
          <input class="input" {...{ ...input, ...ties, type: shown ? 'text' : 'password' } as object} />
          <span class="field__inside">
            <button
              type="button"
              class="icon-button"
              aria-label={shown ? words.hidePassword : words.showPassword}
              onClick={() => setShown(!shown)}
            >
              <Icon name={shown ? 'eyeOff' : 'eye'} size={20} />
            </button>
          </span>
        </>
      )}
    </Field>
  );
}

interface SelectProps<T extends string> extends Labelled {
  value: T;
  choices: readonly { value: T; name: string }[];
  onChoose: (value: T) => void;
  'data-testid'?: string;
}

export function SelectField<T extends string>({ value, choices, onChoose, ...props }: SelectProps<T>) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {ties => (
        <>
          <select
            class="input"
            value={value}
            onChange={event => onChoose(event.currentTarget.value as T)}
            data-testid={props['data-testid']}
            {...ties}
          >
            {choices.map(choice => (
              <option key={choice.value} value={choice.value} selected={choice.value === value}>
                {choice.name}
              </option>
            ))}
          </select>
          <span class="field__inside field__inside--mark">
            <Icon name="chevron" size={18} />
          </span>
        </>
      )}
    </Field>
  );
}
