import { useEffect, useRef } from 'preact/hooks';

/** Shows the last picture of a video while another source takes over, so that nothing flashes. */
export function useStill(video: HTMLVideoElement | null) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const take = (): void => {
    const still = canvas.current;
    if (!still || !video || video.readyState < 2 || video.videoWidth === 0) return;
    still.width = video.videoWidth;
    still.height = video.videoHeight;
    still.getContext('2d')?.drawImage(video, 0, 0);
    still.hidden = false;
  };
  useEffect(() => {
    if (!video) return;
    const hide = (): void => {
      // The first picture is painted just after the event.
      requestAnimationFrame(() => {
        if (canvas.current && video.readyState >= 2 && !video.seeking) canvas.current.hidden = true;
      });
    };
    const shown = ['loadeddata', 'seeked', 'playing'];
    shown.forEach(name => video.addEventListener(name, hide));
    return () => shown.forEach(name => video.removeEventListener(name, hide));
  }, [video]);
  return { canvas, take };
}
