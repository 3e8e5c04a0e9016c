import { useState } from 'preact/hooks';
import { Problem } from '../../api/problem';
import { tell } from '../../shell/toasts';
import { inbox as say } from '../../words/inbox';
import { memory } from '../memory';
import { useStore } from '../store';
import { pushState, turnPushOn } from './push';

/** That somebody does not want it asked again here. */
const declined = memory<boolean>('push-declined');

/** Offers to tell of news while the page is closed; nothing is asked before the button is pressed. */
export function PushOffer() {
  const state = useStore(pushState);
  const [closed, setClosed] = useState(declined.get() === true);
  if (state !== 'off' || closed) return null;
  const later = (): void => {
    declined.set(true);
    setClosed(true);
  };
  return (
    <aside class="push-offer" data-testid="push-offer">
      <p>{say.pushTitle}</p>
      <div class="push-offer__acts">
        <button class="button button--primary button--small" onClick={() => void switchPush()} data-testid="push-on">
          {say.pushTurnOn}
        </button>
        <button class="button button--quiet button--small" onClick={later} data-testid="push-later">
          {say.pushLater}
        </button>
      </div>
    </aside>
  );
}

/** Turns it on and says what came of it. */
export async function switchPush(): Promise<void> {
  try {
    const state = await turnPushOn();
    if (state === 'on') tell(say.pushOn);
    if (state === 'refused') tell(say.pushRefused);
  } catch (thrown) {
    // What the browser throws is in its own words.
    tell(thrown instanceof Problem ? thrown.sentence : say.pushFailed);
  }
}
