import { Icon } from '../parts/Icon';
import { words } from '../words';
import { percent } from '../words/figures';
import type { MediaState } from './media';
import type { Remote } from './remote';

export function VolumeControl({ media, remote }: { media: MediaState; remote: Remote | undefined }) {
  const silent = media.muted || media.volume === 0;
  const heard = silent ? 0 : media.volume;
  const label = silent ? words.unmute : words.mute;
  return (
    <div class="volume">
      <button
        class="control"
        aria-label={label}
        title={`${label} (m)`}
        data-testid="player-mute"
        onClick={() => remote?.toggleMute()}
      >
        <Icon name={silent ? 'muted' : heard < 0.5 ? 'quiet' : 'volume'} size={26} />
      </button>
      <input
        class="volume__slider"
        type="range"
        min="0"
        max="1"
        step="0.05"
        value={heard}
        aria-label={words.volume}
        aria-valuetext={percent(heard)}
        style={{ '--level': String(heard) }}
        data-testid="player-volume"
        onInput={event => remote?.setVolume(Number(event.currentTarget.value))}
      />
    </div>
  );
}
