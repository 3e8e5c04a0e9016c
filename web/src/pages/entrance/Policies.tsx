import type { RegistrationRules } from '../../api/identity/types';
import { entrance as say } from '../../words/entrance';

const USUAL = [{ purpose: 'terms' }, { purpose: 'privacy' }];

/** What somebody agrees to; opened beside the form, so that nothing typed is lost. */
export function Policies({ policies }: Pick<RegistrationRules, 'policies'>) {
  const shown = policies.length > 0 ? policies : USUAL;
  return (
    <p class="soft entrance__small">
      {say.agree}{' '}
      {shown.map((policy, index) => (
        <span key={policy.purpose}>
          {index > 0 && ', '}
          <a class="entrance__link" href={`/policies/${policy.purpose}`} target="_blank" rel="noopener">
            {(say.policies as Record<string, string>)[policy.purpose] ?? policy.purpose}
          </a>
        </span>
      ))}
    </p>
  );
}
