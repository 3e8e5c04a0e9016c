import { listScopes } from '../../api/identity/programs';
import { Loaded } from '../../parts/identity/Loaded';
import { Part } from '../../parts/identity/Part';
import { useLoaded } from '../../parts/identity/useLoaded';
import { programs as say } from '../../words/programs';

/** A short guide, with the addresses of this very program. */
export function Guide() {
  const scopes = useLoaded(listScopes);
  const addresses: [string, string][] = [
    [say.developer.discovery, '/.well-known/openid-configuration'],
    [say.developer.authorize, '/oauth2/authorize'],
    [say.developer.token, '/oauth2/token'],
    [say.developer.deviceAuthorization, '/oauth2/device_authorization'],
    [say.developer.revoke, '/oauth2/revoke'],
    [say.developer.introspect, '/oauth2/introspect'],
    [say.developer.userinfo, '/userinfo'],
    [say.developer.keys, '/.well-known/jwks.json'],
    [say.developer.api, '/api/docs'],
  ];
  return (
    <>
      <Part level={2} title={say.developer.guide} testId="guide">
        <ol class="guide">
          {say.developer.guideSteps.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <dl class="addresses">
          {addresses.map(([name, path]) => (
            <>
              <dt key={`${path}-name`}>{name}</dt>
              <dd key={path}>
                <code>{location.origin + path}</code>
              </dd>
            </>
          ))}
        </dl>
      </Part>
      <Part level={2} title={say.developer.scopes} testId="scopes">
        <Loaded of={scopes} failed={say.failed} testId="scopes" lines={6}>
          {list => (
            <dl class="addresses">
              {list.map(scope => (
                <>
                  <dt key={`${scope.name}-name`}>
                    <code>{scope.name}</code>
                  </dt>
                  <dd key={scope.name}>{scope.description}</dd>
                </>
              ))}
            </dl>
          )}
        </Loaded>
      </Part>
    </>
  );
}
