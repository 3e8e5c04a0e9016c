import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../parts/Icon';
import { words } from '../words';
import { speedWords, SPEEDS } from './remote';
import { AUTO, type Quality } from './source';

export interface QualityChoice {
  /** From the best to the least. */
  all: readonly Quality[];
  /** The index that was chosen, or AUTO. */
  chosen: number;
  /** What is shown now. */
  shown: Quality | undefined;
}

interface SettingsProps {
  qualities: QualityChoice;
  rate: number;
  onQuality: (index: number) => void;
  onRate: (rate: number) => void;
  onClose: () => void;
}

/** Quality and speed, each one press away. */
export function SettingsMenu({ qualities, rate, onQuality, onRate, onClose }: SettingsProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    menu.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus({ preventScroll: true });
  }, []);
  const auto = qualities.shown ? words.autoNow(qualityWords(qualities.shown)) : words.auto;
  return (
    <div
      ref={menu}
      class="settings"
      role="menu"
      aria-label={words.settings}
      data-testid="player-settings-menu"
      onKeyDown={event => move(event, menu.current, onClose)}
    >
      <div class="settings__group" role="group" aria-label={words.quality}>
        <p class="settings__title" aria-hidden="true">
          {words.quality}
        </p>
        <Choice
          checked={qualities.chosen === AUTO}
          testId="player-quality-auto"
          onChoose={() => onQuality(AUTO)}
          label={qualities.chosen === AUTO ? auto : words.auto}
        />
        {qualities.all.map(quality => (
          <Choice
            key={quality.index}
            checked={qualities.chosen === quality.index}
            testId={`player-quality-${shortSide(quality)}`}
            onChoose={() => onQuality(quality.index)}
            label={qualityWords(quality)}
          />
        ))}
      </div>
      <div class="settings__group" role="group" aria-label={words.playbackSpeed}>
        <p class="settings__title" aria-hidden="true">
          {words.playbackSpeed}
        </p>
        {SPEEDS.map(speed => (
          <Choice
            key={speed}
            checked={rate === speed}
            testId={`player-speed-${speed}`}
            onChoose={() => onRate(speed)}
            label={speedWords(speed)}
          />
        ))}
      </div>
    </div>
  );
}

/** 720p says how many lines the shorter side has: so is a portrait video's quality named too. */
export function qualityWords(quality: Quality): string {
  return `${shortSide(quality)}p`;
}

export function shortSide(quality: Quality): number {
  return quality.width > 0 ? Math.min(quality.width, quality.height) : quality.height;
}

function Choice(props: { checked: boolean; testId: string; label: string; onChoose: () => void }) {
  return (
    <button
      class="settings__choice figures"
      role="menuitemradio"
      aria-checked={props.checked}
      tabIndex={props.checked ? 0 : -1}
      data-testid={props.testId}
      onClick={props.onChoose}
    >
      <span class="settings__mark">{props.checked && <Icon name="check" size={18} />}</span>
      {props.label}
    </button>
  );
}

/** Arrows go through a menu; Tab and Escape leave it. */
function move(event: KeyboardEvent, menu: HTMLElement | null, close: () => void): void {
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.stopPropagation();
    close();
    return;
  }
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 };
  const step = steps[event.key];
  if (step === undefined || !menu) return;
  event.preventDefault();
  event.stopPropagation();
  const choices = [...menu.querySelectorAll<HTMLElement>('[role="menuitemradio"]')];
  const present = choices.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    const groups = [...menu.querySelectorAll<HTMLElement>('[role="group"]')];
    const group = groups.findIndex(one => one.contains(document.activeElement));
    const other = groups[(group + step + groups.length) % groups.length];
    other?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
    return;
  }
  choices[(present + step + choices.length) % choices.length]?.focus();
}
