import type { Scope } from '../../api/identity/types';
import { Icon } from '../../parts/Icon';
import { programs as say } from '../../words/programs';

/** What a program asks for, in words; what it has already is told apart. */
export function ScopeList({ scopes }: { scopes: readonly Scope[] }) {
  const fresh = scopes.filter(scope => !scope.granted);
  const given = scopes.filter(scope => scope.granted);
  if (scopes.length === 0) return <p>{say.consent.nothing}</p>;
  return (
    <>
      {fresh.length > 0 && <Scopes title={say.consent.willBeAble} scopes={fresh} mark={given.length > 0} />}
      {given.length > 0 && <Scopes title={say.consent.already} scopes={given} mark={false} />}
    </>
  );
}

function Scopes({ title, scopes, mark }: { title: string; scopes: Scope[]; mark: boolean }) {
  return (
    <div class="scopes">
      <h2 class="scopes__title">{title}</h2>
      <ul>
        {scopes.map(scope => (
          <li class="scopes__one" key={scope.name} data-testid="scope" data-name={scope.name}>
            <Icon name="check" size={18} />
            <span>
              {scope.description || scope.name} {mark && <span class="badge badge--wait">{say.consent.new}</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
