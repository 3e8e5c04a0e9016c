import { useEffect, useState } from 'preact/hooks';
import { Dialog } from '../../parts/Dialog';
import { CopyButton } from '../../parts/identity/Secret';
import { words } from '../../words';
import { settings as say } from '../../words/settings';

interface CodesProps {
  codes: string[];
  onKept: () => void;
}

/** Shows the codes this once. A press beside the dialog does not lose them. */
export function RecoveryCodes({ codes, onKept }: CodesProps) {
  const text = codes.join('\n');
  const file = useTextFile(`${words.name}\n${location.host}\n\n${text}\n`);
  return (
    <Dialog title={say.security.codesTitle} testId="recovery-dialog" firm onClose={onKept}>
      <p>{say.security.codesHint}</p>
      <ul class="codes" data-testid="recovery-codes">
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div class="part__actions">
        <CopyButton text={text} testId="recovery-copy" />
        {file && (
          <a class="button" href={file} download={say.security.codesFile} data-testid="recovery-download">
            {say.security.download}
          </a>
        )}
        <button type="button" class="button" onClick={() => print()} data-testid="recovery-print">
          {say.security.print}
        </button>
      </div>
      <div class="dialog__actions">
        <button type="button" class="button button--primary" onClick={onKept} data-testid="recovery-kept">
          {say.security.codesKept}
        </button>
      </div>
    </Dialog>
  );
}

/** An address of a text, as long as it is shown. */
function useTextFile(text: string): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  return address;
}
