import { RequireSignIn } from '../parts/RequireSignIn';
import { useTitle } from '../parts/title';
import { programs as say } from '../words/programs';
import { ClientsPart } from './programs/ClientsPart';
import { Guide } from './programs/Guide';
import './programs/programs.css';

/** Where people register the programs that they make, and learn how those sign others in. */
export default function DeveloperPage() {
  useTitle(say.titles.developer);
  return (
    <RequireSignIn reason={say.developer.signIn}>
      {() => (
        <div class="developer" data-testid="developer">
          <div>
            <h1>{say.developer.title}</h1>
            <p class="soft">{say.developer.hint}</p>
          </div>
          <ClientsPart />
          <Guide />
        </div>
      )}
    </RequireSignIn>
  );
}
