import type { RegistrationRules } from '../../api/identity/types';
import { AreaField, TextField } from '../../parts/Field';
import { entrance as say } from '../../words/entrance';

interface AdmissionProps {
  mode: RegistrationRules['mode'];
  error: (field: string) => string | undefined;
}

/** What somebody without an invitation is asked where not everybody is let in. */
export function AdmissionFields({ mode, error }: AdmissionProps) {
  return (
    <>
      {mode === 'invite' && (
        <TextField
          label={say.invite}
          hint={say.inviteHint}
          error={error('invite')}
          name="invite"
          required
          autoComplete="off"
          data-testid="register-invite"
        />
      )}
      {mode === 'approval' && (
        <AreaField
          label={say.reason}
          hint={say.reasonHint}
          error={error('reason')}
          name="reason"
          required
          maxLength={500}
          data-testid="register-reason"
        />
      )}
    </>
  );
}
