import { listConsents, setConsent } from '../../api/identity/privacy';
import type { Consent } from '../../api/identity/types';
import { problemOf } from '../../api/problem';
import { Age } from '../../parts/Age';
import { Loaded } from '../../parts/identity/Loaded';
import { Item, Part } from '../../parts/identity/Part';
import { Switch } from '../../parts/identity/Switch';
import { useLoaded } from '../../parts/identity/useLoaded';
import { tell } from '../../shell/toasts';
import { words } from '../../words';
import { settings as say } from '../../words/settings';

/** What the account itself rests on: it can be read, and taken back only with the account. */
const GROUND = new Set(['terms', 'privacy']);

export function ConsentsPart() {
  const consents = useLoaded(listConsents);
  const change = async (consent: Consent, granted: boolean): Promise<void> => {
    const before = consents.data ?? [];
    // Shown at once, and put right should the server say otherwise.
    consents.set(before.map(one => (one === consent ? { ...one, granted, source: 'form' as const } : one)));
    try {
      await setConsent(consent.purpose, granted, consent.version);
      tell(words.saved);
    } catch (thrown) {
      consents.set(before);
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <Part title={say.privacy.consents} hint={say.privacy.consentsHint} testId="consents">
      <Loaded of={consents} failed={say.failed} testId="consents" lines={4}>
        {list => (
          <>
            {list
              .filter(one => !GROUND.has(one.purpose))
              .map(one => (
                <Switch
                  key={one.purpose}
                  label={say.privacy.purposes[one.purpose] ?? one.purpose}
                  hint={one.source === 'gpc' ? say.privacy.gpc : say.privacy.purposeHints[one.purpose]}
                  on={one.granted}
                  testId={`consent-${one.purpose}`}
                  onChange={granted => void change(one, granted)}
                />
              ))}
            <ul class="items">
              {list
                .filter(one => GROUND.has(one.purpose))
                .map(one => (
                  <Item
                    key={one.purpose}
                    testId="consent-ground"
                    id={one.purpose}
                    title={say.privacy.purposes[one.purpose]}
                    about={
                      <>
                        {say.privacy.agreed(one.version)} {one.at && <Age time={one.at} />}
                      </>
                    }
                  >
                    <a class="button" href={`/policies/${one.purpose}`}>
                      {say.privacy.read}
                    </a>
                  </Item>
                ))}
            </ul>
          </>
        )}
      </Loaded>
    </Part>
  );
}
