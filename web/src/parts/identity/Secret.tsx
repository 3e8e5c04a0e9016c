import { useState } from 'preact/hooks';
import { words } from '../../words';
import { Icon } from '../Icon';

/** Copies a text; without TLS there is no clipboard, and the text can be selected by hand. */
export function CopyButton({ text, testId = 'copy' }: { text: string; testId?: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <button type="button" class="button" onClick={() => void copy()} data-testid={testId}>
      <Icon name={copied ? 'check' : 'copy'} size={18} />
      <span aria-live="polite">{copied ? words.copied : words.copy}</span>
    </button>
  );
}

interface SecretProps {
  label: string;
  value: string;
  testId: string;
}

/** Something that is shown once, to be kept elsewhere. */
export function Secret({ label, value, testId }: SecretProps) {
  return (
    <div class="secret">
      <p class="field__label">{label}</p>
      <div class="secret__line">
        <code class="secret__value" data-testid={testId}>
          {value}
        </code>
        <CopyButton text={value} testId={`${testId}-copy`} />
      </div>
    </div>
  );
}
