import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MESSAGE_MAX } from '../../api/inbox/messages';
import { graphemes } from '../../parts/composer/graphemes';
import { Icon } from '../../parts/Icon';
import { number } from '../../words/figures';
import { inbox } from '../../words/inbox';
import { say as send, typed } from './talks';

const say = inbox.messages;

/** Pixels: about eight lines, then it scrolls. */
const HEIGHT_MAX = 200;

/** Where the next message is written: Enter sends it, Shift and Enter begin a new line. */
export function WriteBox({ id }: { id: string }) {
  const [text, setText] = useState(typed.get(id) ?? '');
  const area = useRef<HTMLTextAreaElement>(null);
  const over = text.length > MESSAGE_MAX ? graphemes(text) - MESSAGE_MAX : 0;
  const whole = text.trim() !== '' && over <= 0;
  useLayoutEffect(() => {
    const shown = area.current;
    if (!shown) return;
    shown.style.height = 'auto';
    shown.style.height = `${Math.min(HEIGHT_MAX, shown.scrollHeight + 2)}px`;
  }, [text]);
  useEffect(() => {
    // On a phone the keyboard would cover what is to be read.
    if (matchMedia('(pointer: fine)').matches) area.current?.focus({ preventScroll: true });
  }, [id]);
  const change = (next: string): void => {
    typed.set(id, next);
    setText(next);
  };
  const submit = (): void => {
    if (!whole) return;
    send(id, text.trim());
    change('');
    area.current?.focus({ preventScroll: true });
  };
  const key = (event: KeyboardEvent): void => {
    // Enter also ends what an input method composes.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form
      class="talk__write"
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        ref={area}
        class="input"
        rows={1}
        dir="auto"
        aria-label={say.place}
        title={say.placeHint}
        placeholder={say.place}
        value={text}
        aria-invalid={over > 0}
        onInput={event => change(event.currentTarget.value)}
        onKeyDown={key}
        data-testid="message-box"
      />
      {over > 0 && (
        <p class="field__error" role="status">
          {say.charactersOver(number(over))}
        </p>
      )}
      <button class="icon-button talk__send" aria-label={say.send} title={say.send} disabled={!whole} data-testid="send">
        <Icon name="send" size={22} />
      </button>
    </form>
  );
}
