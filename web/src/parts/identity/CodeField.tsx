import { TextField } from '../Field';

interface CodeProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  name?: string;
  /** Codes of an app have six digits; recovery codes have letters too. */
  digits?: boolean;
  /** What stands there at first. */
  value?: string;
  testId: string;
}

/** A code that is used once; phones offer the one that just arrived. */
export function CodeField({ label, hint, error, name = 'code', digits = true, value = '', testId }: CodeProps) {
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      name={name}
      defaultValue={value}
      required
      autoComplete={digits ? 'one-time-code' : 'off'}
      inputMode={digits ? 'numeric' : 'text'}
      maxLength={digits ? 8 : 24}
      autoCapitalize="none"
      spellcheck={false}
      data-testid={testId}
    />
  );
}
