import { useEffect, useState } from 'preact/hooks';

/** iPhones show their own player in full screen, and know only this. */
interface ApplePhoneVideo extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void;
}

/** Whether this element fills the screen, and how to change that. */
export function useFullScreen(root: HTMLElement | null, video: HTMLVideoElement | null): [boolean, () => void] {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const read = (): void => setOn(document.fullscreenElement !== null && document.fullscreenElement === root);
    document.addEventListener('fullscreenchange', read);
    return () => document.removeEventListener('fullscreenchange', read);
  }, [root]);
  const toggle = (): void => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else if (root?.requestFullscreen) void root.requestFullscreen().catch(() => {});
    else (video as ApplePhoneVideo | null)?.webkitEnterFullscreen?.();
  };
  return [on, toggle];
}
