import { readPolicy } from '../api/identity/privacy';
import { Loaded } from '../parts/identity/Loaded';
import { useLoaded } from '../parts/identity/useLoaded';
import { useTitle } from '../parts/title';
import type { PageProps } from '../routes';
import { language } from '../words';
import { people as say } from '../words/people';
import { PolicyText } from './policy/PolicyText';
import './policy/policy.css';

/** What people agree to, in its present version. */
export default function PolicyPage({ id }: PageProps) {
  const policy = useLoaded(() => readPolicy(id, language), id);
  useTitle(policy.data?.title);
  return (
    <Loaded of={policy} failed={say.policyFailed} testId="policy" lines={8}>
      {known => (
        <article class="policy" data-testid="policy" data-version={known.version}>
          <h1>{known.title}</h1>
          <p class="soft">{say.version(known.version)}</p>
          <PolicyText text={known.text} />
        </article>
      )}
    </Loaded>
  );
}
