import { useEffect, useState } from 'preact/hooks';
import {
  ANSWERS,
  changeNotificationSettings,
  DIGESTS,
  KINDS,
  readNotificationSettings,
  STRANGENESS,
  WAYS,
  type NotificationSettings as Settings,
  type SettingsChange,
} from '../../api/inbox/notifications';
import { problemOf } from '../../api/problem';
import { SelectField } from '../../parts/Field';
import { Loaded } from '../../parts/identity/Loaded';
import { Part } from '../../parts/identity/Part';
import { Switch } from '../../parts/identity/Switch';
import { useLoaded } from '../../parts/identity/useLoaded';
import { switchPush } from '../../parts/push/PushOffer';
import { pushState, refreshPush, turnPushOff } from '../../parts/push/push';
import { useStore } from '../../parts/store';
import { tell } from '../../shell/toasts';
import { preferences as say } from '../../words/preferences';

type Change = (change: SettingsChange) => Promise<void>;

/** What somebody wants to hear, and how. Each choice takes effect at once. */
export function NotificationSettings() {
  const settings = useLoaded(readNotificationSettings);
  const change: Change = async change => {
    const before = settings.data;
    if (!before) return;
    settings.set(after(before, change));
    try {
      settings.set(await changeNotificationSettings(change));
    } catch (thrown) {
      settings.set(before);
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <>
      <PushPart />
      <Loaded of={settings} failed={say.failed} testId="notification-settings" lines={8}>
        {now => (
          <>
            <KindsPart settings={now} change={change} />
            <PolicyPart settings={now} change={change} />
            <Part title={say.digestTitle} hint={say.digestHint} testId="digest">
              <div class="part__form">
                <SelectField
                  label={say.digest}
                  value={now.digest}
                  choices={DIGESTS.map(value => ({ value, name: say.digests[value] }))}
                  onChoose={digest => void change({ digest })}
                  data-testid="digest-often"
                />
              </div>
            </Part>
          </>
        )}
      </Loaded>
    </>
  );
}

/** What is shown until the server answers. */
function after(before: Settings, change: SettingsChange): Settings {
  const kinds = { ...before.kinds };
  for (const kind of KINDS) {
    const ways = kinds[kind];
    if (ways) kinds[kind] = { ...ways, ...change.kinds?.[kind] };
  }
  return { policy: { ...before.policy, ...change.policy }, kinds, digest: change.digest ?? before.digest };
}

function KindsPart({ settings, change }: { settings: Settings; change: Change }) {
  return (
    <Part title={say.kindsTitle} hint={say.kindsHint} testId="kinds">
      <table class="ways">
        <thead>
          <tr>
            <th scope="col">{say.kind}</th>
            {WAYS.map(way => (
              <th key={way} scope="col">
                {say.ways[way]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {KINDS.filter(kind => settings.kinds[kind]).map(kind => (
            <tr key={kind}>
              <th scope="row">{say.kinds[kind]}</th>
              {WAYS.map(way => (
                <td key={way}>
                  <input
                    type="checkbox"
                    class="tick__box"
                    aria-label={say.way(say.kinds[kind], say.ways[way])}
                    checked={settings.kinds[kind]?.[way] === true}
                    // What is not in the list goes no other way either.
                    disabled={way !== 'app' && settings.kinds[kind]?.app === false}
                    onChange={event => void change({ kinds: { [kind]: { [way]: event.currentTarget.checked } } })}
                    data-testid={`way-${kind}-${way}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function PolicyPart({ settings, change }: { settings: Settings; change: Change }) {
  return (
    <Part title={say.policyTitle} hint={say.policyHint} testId="policy">
      <div class="part__form">
        {STRANGENESS.map(one => (
          <SelectField
            key={one}
            label={say.policy[one]}
            value={settings.policy[one]}
            choices={ANSWERS.map(value => ({ value, name: say.answers[value] }))}
            onChoose={answer => void change({ policy: { [one]: answer } })}
            data-testid={`policy-${one}`}
          />
        ))}
      </div>
    </Part>
  );
}

/** Whether this browser tells while no page is open. */
function PushPart() {
  const state = useStore(pushState);
  const [busy, setBusy] = useState(false);
  useEffect(() => void refreshPush(), []);
  const change = async (on: boolean): Promise<void> => {
    setBusy(true);
    try {
      if (on) await switchPush();
      else {
        await turnPushOff();
        tell(say.pushIsOff);
      }
    } catch (thrown) {
      tell(problemOf(thrown).sentence);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Part title={say.pushTitle} hint={say.pushHint} testId="push">
      <Switch
        label={say.pushOn}
        hint={say.pushStates[state]}
        on={state === 'on'}
        disabled={busy || (state !== 'on' && state !== 'off')}
        testId="push-switch"
        onChange={on => void change(on)}
      />
    </Part>
  );
}
