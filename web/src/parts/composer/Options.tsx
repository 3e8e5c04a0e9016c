import { languageChoices } from './languages';
import { composer as say } from '../../words/composer';
import { SelectField } from '../Field';
import { Tick } from '../identity/Switch';
import { localTime, type Written } from './written';

/** Milliseconds from now: sooner it may as well be sent. */
const SCHEDULE_MIN = 5 * 60_000;

interface OptionsProps {
  written: Written;
  /** Changing a post that is there, or answering: then less can be chosen. */
  kind: 'post' | 'reply' | 'edit';
  onChange: (change: Partial<Written>) => void;
}

/** Who may see, answer and quote it, in which language it is, and when it appears. */
export function Options({ written, kind, onChange }: OptionsProps) {
  const scheduled = written.scheduledAt !== undefined;
  return (
    <div class="options" data-testid="composer-options">
      {kind !== 'edit' && (
        <>
          <SelectField
            label={say.visibility}
            value={written.visibility}
            choices={[
              { value: 'public', name: say.visibilities.public },
              { value: 'followers', name: say.visibilities.followers },
            ]}
            onChoose={visibility => onChange({ visibility })}
            data-testid="composer-visibility"
          />
          <SelectField
            label={say.whoMayReply}
            value={written.whoMayReply}
            choices={[
              { value: 'everyone', name: say.replyChoices.everyone },
              { value: 'followers', name: say.replyChoices.followers },
              { value: 'mentioned', name: say.replyChoices.mentioned },
            ]}
            onChoose={whoMayReply => onChange({ whoMayReply })}
            data-testid="composer-who-may-reply"
          />
          <SelectField
            label={say.whoMayQuote}
            value={written.whoMayQuote}
            choices={[
              { value: 'everyone', name: say.quoteChoices.everyone },
              { value: 'followers', name: say.quoteChoices.followers },
              { value: 'nobody', name: say.quoteChoices.nobody },
            ]}
            onChoose={whoMayQuote => onChange({ whoMayQuote })}
            data-testid="composer-who-may-quote"
          />
        </>
      )}
      <SelectField
        label={say.language}
        value={written.language}
        choices={languageChoices(written.language)}
        onChoose={language => onChange({ language })}
        data-testid="composer-language"
      />
      {kind === 'post' && (
        <div class="options__when">
          <Tick
            label={say.schedule}
            on={scheduled}
            onChange={on =>
              onChange({ scheduledAt: on ? localTime(new Date(Date.now() + 60 * 60_000)) : undefined })
            }
            testId="composer-schedule"
          />
          {scheduled && (
            <input
              class="input"
              type="datetime-local"
              aria-label={say.scheduledFor}
              value={written.scheduledAt}
              min={localTime(new Date(Date.now() + SCHEDULE_MIN))}
              onInput={event => onChange({ scheduledAt: event.currentTarget.value })}
              required
              data-testid="composer-scheduled-at"
            />
          )}
        </div>
      )}
    </div>
  );
}
