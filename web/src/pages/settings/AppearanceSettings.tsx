import { Part } from '../../parts/identity/Part';
import { LanguageChoice, ThemeChoice } from '../../shell/Choices';
import { settings as say } from '../../words/settings';

/** What belongs to this browser rather than to the account. */
export function AppearanceSettings() {
  return (
    <Part quiet title={say.rooms.appearance}>
      <div class="part__form">
        <ThemeChoice />
        <LanguageChoice />
      </div>
    </Part>
  );
}
