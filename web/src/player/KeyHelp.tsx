import { Dialog } from '../parts/Dialog';
import { words } from '../words';

const KEYS: readonly (readonly [keyof typeof words.keys, readonly string[]])[] = [
  ['playPause', ['space', 'k']],
  ['seek', ['←', '→']],
  ['seekMore', ['j', 'l']],
  ['jump', ['0', '…', '9']],
  ['volume', ['↑', '↓']],
  ['mute', ['m']],
  ['speed', ['<', '>']],
  ['captions', ['c']],
  ['theatre', ['t']],
  ['pictureInPicture', ['i']],
  ['fullScreen', ['f']],
  ['help', ['?']],
];

/** What the keys do. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={words.keyboardHelp} testId="player-help" onClose={onClose}>
      <dl class="keys">
        {KEYS.map(([meaning, keys]) => (
          <div class="keys__row" key={meaning}>
            <dt>{words.keys[meaning]}</dt>
            <dd>
              {keys.map(key => (
                <kbd key={key}>{key === 'space' ? words.spaceKey : key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
