import { useState } from 'preact/hooks';
import { askParent } from '../../api/identity/registration';
import { TextField } from '../../parts/Field';
import { ProblemNotice } from '../../parts/Notice';
import { useForm } from '../../parts/useForm';
import { words } from '../../words';
import { entrance as say } from '../../words/entrance';
import { Submit } from './Submit';

/** Asks a child for the parent's address, and for nothing else. */
export function ParentForm() {
  const form = useForm();
  const [asked, setAsked] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget as HTMLFormElement).get('parentEmail')).trim();
    void form.submit(async () => {
      await askParent(email);
      setAsked(true);
    });
  };
  if (asked) {
    return (
      <div class="note note--good entrance__note" role="status" data-testid="parent-asked">
        <p>
          <strong>{say.parentAsked}</strong>
          <br />
          {say.parentAskedHint}
        </p>
      </div>
    );
  }
  return (
    <form class="entrance__form" onSubmit={submit} data-testid="parent-form">
      {form.problem && !form.error('parentEmail') && <ProblemNotice problem={form.problem} />}
      <TextField
        label={say.parentEmail}
        error={form.error('parentEmail')}
        name="parentEmail"
        type="email"
        required
        autoComplete="off"
        data-testid="parent-email"
      />
      <Submit busy={form.busy} name={say.askParent} testId="parent-ask" />
      <p class="soft entrance__small">
        <a class="entrance__link" href="/policies/privacy" target="_blank" rel="noopener">
          {say.policies.privacy}
        </a>
        {' · '}
        <a class="entrance__link" href="/">
          {words.toHome}
        </a>
      </p>
    </form>
  );
}
