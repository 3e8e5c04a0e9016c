import { useMemo, useState } from 'preact/hooks';
import { newKey } from '../../api/call';
import { beginConversation, OTHERS_MAX } from '../../api/inbox/messages';
import type { Person } from '../../api/social/types';
import { navigate } from '../../router/router';
import { words } from '../../words';
import { inbox } from '../../words/inbox';
import { Avatar, nameOf } from '../Avatar';
import { Dialog } from '../Dialog';
import { AreaField } from '../Field';
import { Icon } from '../Icon';
import { ProblemNotice } from '../Notice';
import { useViewer } from '../post/viewer';
import { useForm } from '../useForm';
import { PeopleSearch } from './PeopleSearch';

const say = inbox.messages;

interface NewProps {
  /** Who is chosen from the beginning. */
  to?: Person;
  onClose: () => void;
}

/** Begins a conversation with one or a few, with the first thing that is said. */
export function NewConversation({ to, onClose }: NewProps) {
  const [people, setPeople] = useState<readonly Person[]>(to ? [to] : []);
  const [text, setText] = useState('');
  const form = useForm();
  const viewer = useViewer() ?? '';
  const ids = people.map(one => one.id);
  // The same for each try of the same message; what was refused is remembered under its key.
  const refused = form.problem !== undefined && form.problem.status >= 400 && form.problem.status < 500;
  const key = useMemo(newKey, [ids.join(), text, refused]);
  const whole = people.length > 0 && text.trim() !== '';
  const submit = (): void => {
    if (!whole) return;
    void form.submit(async () => {
      const begun = await beginConversation(ids, text.trim(), key);
      onClose();
      navigate(`/messages/${begun.id}`);
    });
  };
  return (
    <Dialog title={say.write} testId="new-conversation-dialog" onClose={onClose}>
      <form
        class="form"
        onSubmit={event => {
          event.preventDefault();
          submit();
        }}
      >
        {form.problem && <ProblemNotice problem={form.problem} />}
        {people.length > 0 && (
          <ul class="chosen" aria-label={say.to}>
            {people.map(person => (
              <li key={person.id} class="chosen__one" data-testid="chosen-person">
                <Avatar owner={person} size="s" />
                <span dir="auto">{nameOf(person)}</span>
                <button
                  type="button"
                  class="icon-button"
                  aria-label={say.removePerson(person.username ?? '')}
                  onClick={() => setPeople(people.filter(one => one.id !== person.id))}
                >
                  <Icon name="close" size={16} />
                </button>
              </li>
            ))}
          </ul>
        )}
        {people.length < OTHERS_MAX && (
          <PeopleSearch
            label={say.to}
            hint={say.toHint}
            without={[viewer, ...ids]}
            onPick={person => setPeople(now => [...now, person])}
            testId="new-conversation-to"
          />
        )}
        <AreaField
          label={say.message}
          value={text}
          dir="auto"
          error={form.error('text')}
          onInput={setText}
          data-testid="new-conversation-text"
        />
        <div class="dialog__actions">
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button class="button button--primary" disabled={!whole || form.busy} data-testid="new-conversation-send">
            {say.send}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
