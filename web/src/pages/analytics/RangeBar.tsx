import { useRef, useState } from 'preact/hooks';
import { analytics as say } from '../../words/analytics';
import { number } from '../../words/figures';
import { customRange, dateOf, lastDays, PRESETS } from './range';
import { dayOf } from './figures';
import type { Choice } from './useRange';

/** Chooses the span: some days up to today, or from one day to another. */
export function RangeBar({ choice, children }: { choice: Choice; children?: preact.ComponentChildren }) {
  const { range, compare } = choice;
  const [custom, setCustom] = useState(range.days === undefined);
  return (
    <div class="range">
      <div class="range__line">
        <div class="choice" role="group" aria-label={say.range}>
          {PRESETS.map(days => (
            <button
              key={days}
              class="choice__one"
              aria-pressed={!custom && range.days === days}
              onClick={() => {
                setCustom(false);
                choice.setRange(lastDays(days, Date.now()));
              }}
              data-testid={`range-${days}`}
            >
              {say.days(number(days))}
            </button>
          ))}
          <button
            class="choice__one"
            aria-pressed={custom}
            aria-expanded={custom}
            onClick={() => setCustom(true)}
            data-testid="range-custom"
          >
            {say.custom}
          </button>
        </div>
        <div class="range__more">
          <label class="range__compare">
            <input
              type="checkbox"
              checked={compare}
              onChange={event => choice.setCompare(event.currentTarget.checked)}
              data-testid="range-compare"
            />
            {say.compare}
          </label>
          {children}
        </div>
      </div>
      {custom && <CustomRange choice={choice} />}
      <p class="soft range__days" data-testid="range-days">
        {say.rangeIs(dayOf(Date.parse(range.from), true), dayOf(Date.parse(range.to), true))} · {say.utc}
      </p>
    </div>
  );
}

function CustomRange({ choice }: { choice: Choice }) {
  const form = useRef<HTMLFormElement>(null);
  const [wrong, setWrong] = useState(false);
  const today = dateOf(Date.now());
  const show = (event: Event): void => {
    event.preventDefault();
    const fields = new FormData(form.current ?? undefined);
    const range = customRange(String(fields.get('from')), String(fields.get('to')));
    setWrong(!range);
    if (range) choice.setRange(range);
  };
  return (
    <form class="range__custom" ref={form} onSubmit={show} noValidate>
      <label class="range__date">
        {say.from}
        <input class="input" type="date" name="from" max={today} defaultValue={choice.range.from} data-testid="range-from" />
      </label>
      <label class="range__date">
        {say.to}
        <input class="input" type="date" name="to" max={today} defaultValue={choice.range.to} data-testid="range-to" />
      </label>
      <button class="button" data-testid="range-apply">
        {say.apply}
      </button>
      {wrong && (
        <p class="range__wrong" role="alert" data-testid="range-wrong">
          {say.rangeWrong}
        </p>
      )}
    </form>
  );
}
