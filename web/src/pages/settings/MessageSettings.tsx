import { readMessageSettings, saveMessageSettings, type MessageSettings as Settings } from '../../api/inbox/messages';
import { problemOf } from '../../api/problem';
import { SelectField } from '../../parts/Field';
import { Loaded } from '../../parts/identity/Loaded';
import { Part } from '../../parts/identity/Part';
import { Switch } from '../../parts/identity/Switch';
import { useLoaded } from '../../parts/identity/useLoaded';
import { tell } from '../../shell/toasts';
import { preferences as say } from '../../words/preferences';

const FROM = ['everyone', 'followed', 'nobody'] as const;

/** Who may write to somebody, and whether others see what was read. Each choice takes effect at once. */
export function MessageSettings() {
  const settings = useLoaded(readMessageSettings);
  const change = async (next: Settings): Promise<void> => {
    const before = settings.data;
    if (!before) return;
    settings.set(next);
    try {
      settings.set(await saveMessageSettings(next));
    } catch (thrown) {
      settings.set(before);
      tell(problemOf(thrown).sentence);
    }
  };
  return (
    <Part title={say.fromTitle} testId="messages-from">
      <Loaded of={settings} failed={say.failed} testId="message-settings" lines={3}>
        {now => (
          <div class="part__form">
            <SelectField
              label={say.from}
              hint={say.fromHint}
              value={now.from}
              choices={FROM.map(value => ({ value, name: say.froms[value] }))}
              onChoose={from => void change({ ...now, from })}
              data-testid="message-from"
            />
            <Switch
              label={say.receipts}
              hint={say.receiptsHint}
              on={now.readReceipts}
              testId="message-receipts"
              onChange={readReceipts => void change({ ...now, readReceipts })}
            />
          </div>
        )}
      </Loaded>
    </Part>
  );
}
