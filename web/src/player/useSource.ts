import { useEffect, useRef, useState } from 'preact/hooks';
import { isPlayable, type Video } from '../api/types';
import { positionOf } from './positions';
import type { QualityChoice } from './SettingsMenu';
import { AUTO, openSource, type Quality, type Source, type Stop } from './source';

/** Milliseconds between two times that a new link is asked for: one that is refused at once won't get better. */
const RENEW_AGAIN = 10_000;

export interface PlayingSource {
  qualities: QualityChoice;
  choose: (index: number) => void;
  stopped: Stop | undefined;
  /** Tries again where it stopped. */
  retry: () => void;
}

interface SourceOptions {
  video: Video;
  element: HTMLVideoElement | null;
  /** Nothing is loaded before. */
  wanted: boolean;
  /** Begins to play when the first source is there. */
  autoplay: boolean;
  /** Seconds; absent to go on where it was left. */
  from: number | undefined;
  /** Called before another source takes over: what is shown should stay meanwhile. */
  onHandOver: () => void;
  /** Gets the video anew, with fresh links. */
  onExpired: () => Promise<unknown>;
}

/**
 * Keeps a source at the element: another one when all qualities have become ready, or when the link was renewed, at the
 * same position. The link itself may differ in each answer of the server; as long as it works it is not exchanged.
 */
export function useSource(options: SourceOptions): PlayingSource {
  const { video, element, wanted, autoplay, from, onHandOver, onExpired } = options;
  const [all, setAll] = useState<readonly Quality[]>([]);
  const [shown, setShown] = useState<Quality>();
  const [chosen, setChosen] = useState(AUTO);
  const [stopped, setStopped] = useState<Stop>();
  const [attempt, setAttempt] = useState(0);
  const source = useRef<Source | undefined>(undefined);
  const wantedHeight = useRef<number | undefined>(undefined);
  const lastRenewal = useRef(-Infinity);
  /** Somebody asked to try again: that means to play. */
  const pressed = useRef(false);
  /** How the last source was left. */
  const left = useRef<{ time: number; playing: boolean } | undefined>(undefined);

  const complete = video.state === 'ready';
  const playable = isPlayable(video);
  const address = useRef(video.playback?.hls);
  address.current = video.playback?.hls;

  useEffect(() => {
    if (!element || !wanted || !playable || !address.current) return;
    const going = pressed.current || (left.current?.playing ?? autoplay);
    pressed.current = false;
    const start = left.current?.time ?? from ?? positionOf(video.id);
    let current = true;
    setStopped(undefined);
    void openSource(
      element,
      { address: address.current, from: start, height: wantedHeight.current },
      {
        qualities: found => {
          if (!current) return;
          const sorted = [...found].sort((a, b) => b.height - a.height || b.bitrate - a.bitrate);
          setAll(sorted);
          setChosen(sorted.find(one => one.height === wantedHeight.current)?.index ?? AUTO);
          if (going) void element.play().catch(() => {});
        },
        shows: quality => current && setShown(quality),
        stopped: reason => {
          if (!current) return;
          if (reason === 'expired' && performance.now() - lastRenewal.current > RENEW_AGAIN) {
            lastRenewal.current = performance.now();
            void onExpired().then(
              () => current && setAttempt(number => number + 1),
              () => current && setStopped(reason),
            );
          } else setStopped(reason);
        },
      },
    ).then(made => {
      if (current) source.current = made;
      else made.destroy();
    });
    return () => {
      current = false;
      // Taking the source away also takes the position and the picture. One that never came leaves what was intended.
      const came = element.readyState > 0;
      left.current = came ? { time: element.currentTime, playing: !element.paused } : { time: start, playing: going };
      onHandOver();
      source.current?.destroy();
      source.current = undefined;
    };
  }, [element, wanted, playable, complete, attempt, video.id]);

  return {
    qualities: { all, chosen, shown },
    choose(index) {
      wantedHeight.current = all.find(one => one.index === index)?.height;
      setChosen(index);
      source.current?.choose(index);
    },
    stopped,
    retry() {
      pressed.current = true;
      lastRenewal.current = performance.now();
      void onExpired().then(
        () => setAttempt(number => number + 1),
        () => setStopped('network'),
      );
    },
  };
}
