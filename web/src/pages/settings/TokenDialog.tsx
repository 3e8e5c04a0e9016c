import { useState } from 'preact/hooks';
import { createAccessToken, listScopes } from '../../api/identity/programs';
import { Dialog } from '../../parts/Dialog';
import { SelectField, TextField } from '../../parts/Field';
import { Loaded } from '../../parts/identity/Loaded';
import { Secret } from '../../parts/identity/Secret';
import { Tick } from '../../parts/identity/Switch';
import { useLoaded } from '../../parts/identity/useLoaded';
import { ProblemNotice } from '../../parts/Notice';
import { useForm } from '../../parts/useForm';
import { words } from '../../words';
import { settings as say } from '../../words/settings';

const DAYS = ['7', '30', '90', '365'] as const;
type Days = (typeof DAYS)[number];

/** Scopes of OpenID Connect say who somebody is to another site; a token for scripts has no use for them. */
const OF_SIGN_IN = new Set(['openid', 'profile', 'email', 'offline_access']);

interface TokenProps {
  onClose: () => void;
  onMade: () => Promise<void>;
}

export function TokenDialog({ onClose, onMade }: TokenProps) {
  const scopes = useLoaded(listScopes);
  const form = useForm();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [days, setDays] = useState<Days>('90');
  const [token, setToken] = useState<string>();
  if (token) {
    return (
      <Dialog title={say.apps.tokenMade} testId="token-made" firm onClose={onClose}>
        <p>{say.apps.tokenOnce}</p>
        <Secret label={say.apps.tokenMade} value={token} testId="token-value" />
        <div class="dialog__actions">
          <button type="button" class="button button--primary" onClick={onClose} data-testid="token-done">
            {say.done}
          </button>
        </div>
      </Dialog>
    );
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget as HTMLFormElement).get('name')).trim();
    void form.submit(async () => {
      const made = await createAccessToken(name, [...chosen], Number(days));
      setToken(made.token ?? '');
      await onMade();
    });
  };
  return (
    <Dialog title={say.apps.newTokenTitle} testId="token-dialog" onClose={onClose}>
      <form class="form" onSubmit={submit} data-testid="token-form">
        {form.problem && !form.error('name') && <ProblemNotice problem={form.problem} />}
        <TextField
          label={say.apps.tokenName}
          error={form.error('name')}
          name="name"
          required
          maxLength={50}
          autoComplete="off"
          dir="auto"
          data-testid="token-name"
        />
        <Loaded of={scopes} failed={say.failed} testId="scopes" lines={4}>
          {list => (
            <fieldset class="ticks">
              <legend>{say.apps.scopes}</legend>
              {list
                .filter(scope => !OF_SIGN_IN.has(scope.name))
                .map(scope => (
                  <Tick
                    key={scope.name}
                    label={scope.description}
                    hint={scope.name}
                    on={chosen.includes(scope.name)}
                    testId={`scope-${scope.name}`}
                    onChange={on =>
                      setChosen(on ? [...chosen, scope.name] : chosen.filter(name => name !== scope.name))
                    }
                  />
                ))}
            </fieldset>
          )}
        </Loaded>
        <SelectField
          label={say.apps.expires}
          value={days}
          choices={DAYS.map(value => ({ value, name: say.apps.days(value) }))}
          onChoose={setDays}
          data-testid="token-days"
        />
        {chosen.length === 0 && <p class="field__hint">{say.apps.noScope}</p>}
        <div class="dialog__actions">
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button
            class="button button--primary"
            disabled={form.busy || chosen.length === 0}
            data-testid="token-submit"
          >
            {say.apps.create}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
