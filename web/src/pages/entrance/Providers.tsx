import { providerAddress } from '../../api/identity/registration';
import { ownAddress } from '../../router/paths';
import { currentPlace } from '../../router/router';
import { entrance as say } from '../../words/entrance';

/** The other places that know who a person is. */
export function Providers({ list }: { list: readonly { id: string; name: string }[] | undefined }) {
  if (!list || list.length === 0) return null;
  const next = ownAddress(currentPlace().query.get('next'), location.origin);
  return (
    <div class="entrance__others">
      <p class="entrance__or">{say.or}</p>
      {list.map(provider => (
        <a
          key={provider.id}
          class="button button--wide"
          href={providerAddress(provider.id, next)}
          data-testid={`provider-${provider.id}`}
        >
          {say.continueWith(provider.name)}
        </a>
      ))}
    </div>
  );
}
