import { words } from '../../words';
import { composer as say } from '../../words/composer';
import { number, span } from '../../words/figures';
import { SelectField } from '../Field';
import { Icon } from '../Icon';
import { Tick } from '../identity/Switch';
import { graphemes } from './graphemes';
import { OPTION_MAX, OPTIONS_MAX, OPTIONS_MIN, POLL_LENGTHS, type PollWritten } from './written';

interface PollEditorProps {
  poll: PollWritten;
  onChange: (poll: PollWritten | undefined) => void;
}

/** Two to six answers to choose from, and how long. */
export function PollEditor({ poll, onChange }: PollEditorProps) {
  const { options } = poll;
  const set = (index: number, text: string): void =>
    onChange({ ...poll, options: options.map((one, at) => (at === index ? text : one)) });
  return (
    <fieldset class="asking" data-testid="poll-editor">
      <legend class="unseen">{words.social.poll}</legend>
      <ol class="asking__options">
        {options.map((option, index) => {
          const tooLong = graphemes(option) > OPTION_MAX;
          return (
            <li class="asking__option" key={index}>
              <input
                class="input"
                aria-label={say.option(number(index + 1))}
                placeholder={say.option(number(index + 1))}
                aria-invalid={tooLong}
                value={option}
                dir="auto"
                onInput={event => set(index, event.currentTarget.value)}
                data-testid={`poll-option-${index}`}
              />
              {options.length > OPTIONS_MIN && (
                <button
                  type="button"
                  class="icon-button"
                  aria-label={say.removeOption(number(index + 1))}
                  onClick={() => onChange({ ...poll, options: options.filter((_, at) => at !== index) })}
                >
                  <Icon name="close" size={18} />
                </button>
              )}
            </li>
          );
        })}
      </ol>
      <div class="asking__row">
        {options.length < OPTIONS_MAX && (
          <button
            type="button"
            class="button button--small"
            onClick={() => onChange({ ...poll, options: [...options, ''] })}
            data-testid="poll-add"
          >
            <Icon name="plus" size={18} />
            {say.addOption}
          </button>
        )}
        <button
          type="button"
          class="button button--small"
          onClick={() => onChange(undefined)}
          data-testid="poll-remove"
        >
          {say.removePoll}
        </button>
      </div>
      <SelectField
        label={say.pollLength}
        value={String(poll.durationSeconds)}
        choices={POLL_LENGTHS.map(seconds => ({ value: String(seconds), name: span(seconds) }))}
        onChoose={seconds => onChange({ ...poll, durationSeconds: Number(seconds) })}
        data-testid="poll-length"
      />
      <Tick
        label={say.pollMultiple}
        on={poll.multiple}
        onChange={multiple => onChange({ ...poll, multiple })}
        testId="poll-multiple"
      />
    </fieldset>
  );
}
