import { Part } from '../../parts/identity/Part';
import { settings as say } from '../../words/settings';
import { GrantsPart } from './GrantsPart';
import { TokensPart } from './TokensPart';

export function ProgramsSettings() {
  return (
    <>
      <GrantsPart />
      <TokensPart />
      <Part
        title={say.apps.makeOne}
        action={
          <a class="button" href="/developer">
            {say.apps.toDeveloper}
          </a>
        }
      />
    </>
  );
}
