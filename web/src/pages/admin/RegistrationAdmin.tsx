import { readMode, setMode } from '../../api/identity/admin';
import { REGISTRATION_MODES, type RegistrationMode } from '../../api/identity/types';
import { problemOf } from '../../api/problem';
import { Loaded } from '../../parts/identity/Loaded';
import { Part } from '../../parts/identity/Part';
import { useLoaded } from '../../parts/identity/useLoaded';
import { tell } from '../../shell/toasts';
import { admin as say } from '../../words/admin';

export function RegistrationAdmin() {
  const mode = useLoaded(readMode);
  const choose = async (next: RegistrationMode): Promise<void> => {
    const before = mode.data;
    mode.set(next);
    try {
      await setMode(next);
      tell(say.registration.saved);
    } catch (thrown) {
      if (before) mode.set(before);
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <Part quiet title={say.rooms.registration} hint={say.registration.hint} testId="registration-mode">
      <Loaded of={mode} failed={say.failed} testId="registration-mode" lines={4}>
        {present => (
          <fieldset class="ticks">
            <legend class="unseen">{say.registration.hint}</legend>
            {REGISTRATION_MODES.map(one => (
              <label class="tick" key={one}>
                <input
                  type="radio"
                  class="tick__box"
                  name="mode"
                  checked={present === one}
                  onChange={() => void choose(one)}
                  data-testid={`mode-${one}`}
                />
                <span>
                  {say.registration.modes[one]}
                  <small class="tick__hint">{say.registration.modeHints[one]}</small>
                </span>
              </label>
            ))}
          </fieldset>
        )}
      </Loaded>
    </Part>
  );
}
