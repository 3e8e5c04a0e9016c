import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from '../parts/Icon';
import { words } from '../words';
import { clock } from '../words/figures';
import type { Captions } from './captions';
import type { MediaState } from './media';
import type { Remote } from './remote';
import { SeekBar } from './SeekBar';
import { qualityWords, SettingsMenu, shortSide, type QualityChoice } from './SettingsMenu';
import type { Quality } from './source';
import type { Storyboard } from './storyboard';
import { VolumeControl } from './VolumeControl';

interface ControlsProps {
  video: HTMLVideoElement | null;
  media: MediaState;
  remote: Remote | undefined;
  total: number;
  storyboard: Storyboard | undefined;
  captions: Captions;
  qualities: QualityChoice;
  fullScreen: readonly [boolean, () => void];
  theatre: { on: boolean; toggle: () => void } | undefined;
  onQuality: (index: number) => void;
  onInterest: () => void;
  /** A menu is open: the controls stay. */
  onMenu: (open: boolean) => void;
}

/** The bar at the bottom of the player. */
export function Controls(props: ControlsProps) {
  const { video, media, remote, total, captions, theatre } = props;
  const [full, toggleFull] = props.fullScreen;
  const playing = !media.paused && !media.ended;
  const play = media.ended ? words.replay : playing ? words.pause : words.play;
  return (
    <div class="controls">
      <SeekBar
        video={video}
        media={media}
        total={total}
        storyboard={props.storyboard}
        onSeek={seconds => remote?.seek(seconds)}
        onInterest={props.onInterest}
      />
      <div class="controls__row">
        <Control
          icon={media.ended ? 'replay' : playing ? 'pause' : 'play'}
          label={play}
          hotkey="k"
          testId="player-play"
          act={() => remote?.toggle()}
        />
        <VolumeControl media={media} remote={remote} />
        <p class="controls__time figures" data-testid="player-time">
          {clock(media.time)} <span aria-hidden="true">/</span> {clock(total)}
        </p>
        <span class="controls__gap" />
        <Control
          icon="captions"
          label={captions.available ? words.captions : words.noCaptions}
          hotkey="c"
          testId="player-captions"
          pressed={captions.shown}
          off={!captions.available}
          act={captions.toggle}
        />
        <Settings {...props} />
        {document.pictureInPictureEnabled && (
          <Control
            icon="pip"
            label={words.pictureInPicture}
            hotkey="i"
            testId="player-pip"
            wideOnly
            act={() => void remote?.togglePictureInPicture()}
          />
        )}
        {theatre && !full && (
          <Control
            icon={theatre.on ? 'theatreOff' : 'theatre'}
            label={theatre.on ? words.theatreOff : words.theatre}
            hotkey="t"
            testId="player-theatre"
            wideOnly
            act={theatre.toggle}
          />
        )}
        <Control
          icon={full ? 'fullOff' : 'full'}
          label={full ? words.fullScreenOff : words.fullScreen}
          hotkey="f"
          testId="player-fullscreen"
          act={toggleFull}
        />
      </div>
    </div>
  );
}

interface ControlProps {
  icon: IconName;
  label: string;
  hotkey: string;
  testId: string;
  pressed?: boolean;
  /** Shown, but without use here: its name says why. */
  off?: boolean;
  wideOnly?: boolean;
  act: () => void;
}

function Control({ icon, label, hotkey, testId, pressed, off = false, wideOnly = false, act }: ControlProps) {
  return (
    <button
      class={wideOnly ? 'control control--wide' : 'control'}
      aria-label={label}
      title={off ? label : `${label} (${hotkey})`}
      aria-pressed={pressed}
      aria-disabled={off}
      data-testid={testId}
      onClick={off ? undefined : act}
    >
      <Icon name={icon} size={26} />
    </button>
  );
}

function Settings({ media, remote, qualities, onQuality, onMenu }: ControlsProps) {
  const [open, setOpen] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const show = (next: boolean): void => {
    setOpen(next);
    onMenu(next);
  };
  const close = (): void => {
    show(false);
    area.current?.querySelector('button')?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event): void => {
      if (!area.current?.contains(event.target as Node)) show(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  const shown = qualities.shown;
  return (
    <div class="controls__settings" ref={area}>
      <button
        class="control"
        aria-label={shown ? `${words.settings} (${qualityWords(shown)})` : words.settings}
        title={words.settings}
        data-badge={shown && badge(shown)}
        aria-haspopup="menu"
        aria-expanded={open}
        data-testid="player-settings"
        onClick={() => show(!open)}
      >
        <Icon name="gear" size={26} />
      </button>
      {open && (
        <SettingsMenu
          qualities={qualities}
          rate={media.rate}
          onQuality={index => {
            onQuality(index);
            close();
          }}
          onRate={rate => {
            remote?.setRate(rate);
            close();
          }}
          onClose={close}
        />
      )}
    </div>
  );
}

/** What the sign of the settings shows beside it: that the picture is sharp. */
function badge(shown: Quality): string | undefined {
  const lines = shortSide(shown);
  if (lines >= 2160) return '4K';
  return lines >= 720 ? 'HD' : undefined;
}
