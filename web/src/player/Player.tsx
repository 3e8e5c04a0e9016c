import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Video } from '../api/types';
import { Icon } from '../parts/Icon';
import { words } from '../words';
import { percent } from '../words/figures';
import { useCaptions } from './captions';
import { Controls } from './Controls';
import { useFullScreen } from './fullScreen';
import { useIdle } from './idle';
import { KeyHelp } from './KeyHelp';
import { usePlayerKeys } from './keys';
import { useMedia, type MediaState } from './media';
import { Remote } from './remote';
import { useSaid } from './said';
import { qualityWords, shortSide } from './SettingsMenu';
import { AUTO, type Stop } from './source';
import { useStill } from './still';
import { loadStoryboard, type Storyboard } from './storyboard';
import { surfaceActions } from './surface';
import { useKeptPosition, useMediaSession } from './useHabits';
import { useSource } from './useSource';
import { useViewing } from './useViewing';
import './player.css';
import './controls.css';

interface PlayerProps {
  video: Video;
  /** Starts by itself, as far as the browser lets it. */
  autoplay: boolean;
  /** Loads nothing before somebody presses play. */
  lazy?: boolean;
  /** Seconds; absent to go on where it was left. */
  from?: number | undefined;
  theatre?: { on: boolean; toggle: () => void };
  /** Gets the video anew, because its links may have expired. */
  onExpired: () => Promise<unknown>;
}

export function Player({ video, autoplay, lazy = false, from, theatre, onExpired }: PlayerProps) {
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const [element, setElement] = useState<HTMLVideoElement | null>(null);
  const [wanted, setWanted] = useState(!lazy);
  const [menu, setMenu] = useState(false);
  const [help, setHelp] = useState(false);
  const [said, say] = useSaid();
  const [storyboard, fetchStoryboard] = useStoryboard(video);

  const remote = useMemo(() => element && new Remote(element, say), [element]) ?? undefined;
  const media = useMedia(element);
  const still = useStill(element);
  // Before the source: what was watched is read off before the source is taken away.
  const tellViewing = useViewing({ video: video.id, element, wanted });
  const source = useSource({
    video,
    element,
    wanted,
    autoplay: autoplay || lazy,
    from,
    onHandOver: still.take,
    onExpired,
  });
  useEffect(() => tellViewing(source.qualities.shown, source.stopped), [source.qualities.shown, source.stopped]);
  const total = Math.max(media.duration, video.durationSeconds ?? 0);
  const fullScreen = useFullScreen(root, element);
  const captions = useCaptions(element, say);
  const idle = useIdle(root) && !media.paused && !menu;
  useKeptPosition(video, media, total);
  useMediaSession(video, remote, media.started);

  const begin = (): void => {
    if (wanted) remote?.toggle();
    else setWanted(true);
  };
  usePlayerKeys({
    remote: wanted ? remote : undefined,
    duration: total,
    fullScreen: fullScreen[1],
    theatre: theatre?.toggle,
    captions: captions.toggle,
    help: () => setHelp(!help),
  });
  const choose = (index: number): void => {
    source.choose(index);
    const quality = source.qualities.all.find(one => one.index === index);
    say(words.said.quality(index === AUTO || !quality ? words.auto : qualityWords(quality)));
  };
  const surface = useRef(surfaceActions());
  const portrait = video.playback?.poster !== undefined && (video.height ?? 0) > (video.width ?? 0);
  return (
    <div
      ref={setRoot}
      class={idle ? 'player player--idle' : 'player'}
      role="region"
      aria-label={words.player}
      data-testid="player"
      data-state={stateOf(media, source.stopped)}
      data-level={source.qualities.shown ? shortSide(source.qualities.shown) : undefined}
      data-levels={source.qualities.all.map(shortSide).join(' ')}
      data-source={video.state === 'ready' ? 'full' : 'early'}
    >
      {portrait && <img class="player__back" src={video.playback?.poster} alt="" aria-hidden="true" />}
      <video
        ref={setElement}
        class="player__video"
        playsInline
        preload="metadata"
        data-testid="player-video"
        onPointerDown={() => surface.current.down(idle)}
        onClick={event => surface.current.press(event, { remote, toggle: begin, fullScreen: fullScreen[1] })}
      />
      <canvas ref={still.canvas} class="player__still" hidden aria-hidden="true" />
      {!media.started && <Poster video={video} />}
      <Middle media={media} stopped={source.stopped} begin={begin} retry={source.retry} loading={wanted && autoplay} />
      {media.started && video.state === 'processing' && (
        <p class="player__note figures">{words.improving(percent(video.progress))}</p>
      )}
      <p class="player__said" aria-live="polite" data-testid="player-said">
        {said && <span key={said.count}>{said.text}</span>}
      </p>
      {wanted && (
        <Controls
          video={element}
          media={media}
          remote={remote}
          total={total}
          storyboard={storyboard}
          captions={captions}
          qualities={source.qualities}
          fullScreen={fullScreen}
          theatre={theatre}
          onQuality={choose}
          onInterest={fetchStoryboard}
          onMenu={setMenu}
        />
      )}
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </div>
  );
}

function stateOf(media: MediaState, stopped: Stop | undefined): string {
  if (stopped) return 'failed';
  if (media.ended) return 'ended';
  if (media.waiting) return 'waiting';
  if (media.paused) return media.started ? 'paused' : 'idle';
  return media.started ? 'playing' : 'waiting';
}

/** Before the first picture. */
function Poster({ video }: { video: Video }) {
  const [broken, setBroken] = useState(false);
  const poster = video.playback?.poster;
  if (!poster || broken) return null;
  return (
    <img
      class="player__poster"
      src={poster}
      alt=""
      data-testid="player-poster"
      fetchPriority="high"
      onError={() => setBroken(true)}
    />
  );
}

interface MiddleProps {
  media: MediaState;
  stopped: Stop | undefined;
  loading: boolean;
  begin: () => void;
  retry: () => void;
}

/** What stands in the middle: the way to begin, a sign that it loads, or why it does not. */
function Middle({ media, stopped, loading, begin, retry }: MiddleProps) {
  if (stopped) {
    return (
      <div class="player__failed" role="alert" data-testid="player-failed" data-reason={stopped}>
        <Icon name="alert" size={40} />
        <p>
          <strong>{stopped === 'unsupported' ? words.unsupported : words.playbackFailed}</strong>
        </p>
        {stopped !== 'unsupported' && (
          <>
            <p>{words.playbackFailedHint}</p>
            <button class="button" onClick={retry} data-testid="player-retry">
              {words.retry}
            </button>
          </>
        )}
      </div>
    );
  }
  if (media.waiting || (loading && !media.started && !media.paused)) {
    return (
      <div class="player__waiting" role="status" aria-label={words.buffering}>
        <span class="spinner" />
      </div>
    );
  }
  if (media.ended || (media.paused && !media.started)) {
    return (
      <button
        class="player__begin"
        aria-label={media.ended ? words.replay : words.play}
        data-testid="player-begin"
        onClick={begin}
      >
        <Icon name={media.ended ? 'replay' : 'play'} size={44} />
      </button>
    );
  }
  return null;
}

/** The pictures of the seek bar, fetched when somebody comes near it. */
function useStoryboard(video: Video): [Storyboard | undefined, () => void] {
  const [storyboard, setStoryboard] = useState<Storyboard>();
  const address = video.playback?.storyboard;
  const asked = useRef(false);
  useEffect(() => {
    asked.current = false;
  }, [video.id]);
  const fetch = (): void => {
    if (!address || asked.current) return;
    asked.current = true;
    void loadStoryboard(address).then(setStoryboard);
  };
  return [storyboard, fetch];
}
