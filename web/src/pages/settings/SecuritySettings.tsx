import { readSecurity } from '../../api/identity/security';
import { Loaded } from '../../parts/identity/Loaded';
import { useLoaded } from '../../parts/identity/useLoaded';
import { settings as say } from '../../words/settings';
import { EventsPart } from './EventsPart';
import { IdentitiesPart } from './IdentitiesPart';
import { PasskeysPart } from './PasskeysPart';
import { RecoveryPart } from './RecoveryPart';
import { SessionsPart } from './SessionsPart';
import { TotpPart } from './TotpPart';

/** How an account is protected, and what happened to it. */
export function SecuritySettings() {
  const security = useLoaded(readSecurity);
  return (
    <>
      <Loaded of={security} failed={say.failed} testId="security" lines={6}>
        {status => (
          <>
            <PasskeysPart passkeys={status.passkeys} onChange={security.reload} />
            <TotpPart since={status.totp?.since} onChange={security.reload} />
            {(status.totp || status.recoveryCodes) && (
              <RecoveryPart left={status.recoveryCodes?.left ?? 0} onChange={security.reload} />
            )}
          </>
        )}
      </Loaded>
      <SessionsPart />
      <IdentitiesPart />
      <EventsPart />
    </>
  );
}
