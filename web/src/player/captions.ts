import { useEffect, useState } from 'preact/hooks';
import { words } from '../words';

export interface Captions {
  available: boolean;
  shown: boolean;
  toggle: () => void;
}

/** The first caption or subtitle track that the source brings, shown or not. */
export function useCaptions(video: HTMLVideoElement | null, say: (text: string) => void): Captions {
  const [state, setState] = useState({ available: false, shown: false });
  useEffect(() => {
    if (!video) return;
    const tracks = video.textTracks;
    const read = (): void => {
      const track = trackOf(video);
      setState({ available: track !== undefined, shown: track?.mode === 'showing' });
    };
    const changes = ['addtrack', 'removetrack', 'change'];
    changes.forEach(name => tracks.addEventListener(name, read));
    read();
    return () => changes.forEach(name => tracks.removeEventListener(name, read));
  }, [video]);
  const toggle = (): void => {
    const track = video && trackOf(video);
    if (!track) return say(words.noCaptions);
    track.mode = track.mode === 'showing' ? 'hidden' : 'showing';
    say(track.mode === 'showing' ? words.said.captionsOn : words.said.captionsOff);
  };
  return { ...state, toggle };
}

function trackOf(video: HTMLVideoElement): TextTrack | undefined {
  return [...video.textTracks].find(track => track.kind === 'captions' || track.kind === 'subtitles');
}
