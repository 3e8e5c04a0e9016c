import { useState } from 'preact/hooks';
import { newRecoveryCodes } from '../../api/identity/security';
import { Confirm } from '../../parts/identity/Confirm';
import { Part } from '../../parts/identity/Part';
import { number } from '../../words/figures';
import { settings as say } from '../../words/settings';
import { RecoveryCodes } from './RecoveryCodes';

interface RecoveryProps {
  left: number;
  onChange: () => Promise<void>;
}

export function RecoveryPart({ left, onChange }: RecoveryProps) {
  const [asking, setAsking] = useState(false);
  const [codes, setCodes] = useState<string[]>();
  const action = (
    <button class="button" onClick={() => setAsking(true)} data-testid="recovery-new">
      {say.security.newCodes}
    </button>
  );
  return (
    <Part title={say.security.recovery} hint={say.security.recoveryHint} action={action} testId="recovery">
      <p data-testid="recovery-left">{say.security.recoveryLeft(number(left))}</p>
      {asking && (
        <Confirm
          title={say.security.newCodesTitle}
          testId="recovery-new-dialog"
          act={say.security.newCodes}
          danger={false}
          onClose={() => setAsking(false)}
          onConfirm={async () => setCodes(await newRecoveryCodes())}
        >
          <p>{say.security.newCodesHint}</p>
        </Confirm>
      )}
      {codes && (
        <RecoveryCodes
          codes={codes}
          onKept={() => {
            setCodes(undefined);
            void onChange();
          }}
        />
      )}
    </Part>
  );
}
