/** One quality of what is playing. */
export interface Quality {
  /** What the source knows it by. */
  index: number;
  height: number;
  width: number;
  /** Bits per second. */
  bitrate: number;
}

/** Lets the source choose by what the connection and the player's size allow. */
export const AUTO = -1;

/** Why playing stopped: `expired` links can be had anew, `network` may pass, `media` and `unsupported` stay. */
export type Stop = 'expired' | 'network' | 'media' | 'unsupported';

export interface SourceEvents {
  qualities: (qualities: Quality[]) => void;
  /** The quality that is shown from now on. */
  shows: (quality: Quality | undefined) => void;
  stopped: (reason: Stop) => void;
}

/** What brings a video's segments to its element. */
export interface Source {
  /** Takes the index of a quality, or AUTO. */
  choose: (index: number) => void;
  destroy: () => void;
}

export interface SourceRequest {
  /** Of the HLS master playlist. */
  address: string;
  /** Seconds. */
  from: number;
  /** The height to begin with; absent to choose by connection and size. */
  height: number | undefined;
}

const HLS_TYPE = 'application/vnd.apple.mpegurl';

/** Begins to load. Where the browser has no media sources of its own making, it plays HLS itself (iPhones). */
export async function openSource(
  video: HTMLVideoElement,
  request: SourceRequest,
  events: SourceEvents,
): Promise<Source> {
  if ('MediaSource' in window || 'ManagedMediaSource' in window) {
    const { openHls } = await import('./hlsSource');
    return openHls(video, request, events);
  }
  if (video.canPlayType(HLS_TYPE) !== '') return openNative(video, request, events);
  events.stopped('unsupported');
  return { choose: () => {}, destroy: () => {} };
}

/** Fetches the code that plays before it is needed. */
export function prepareSource(): void {
  if ('MediaSource' in window || 'ManagedMediaSource' in window) void import('./hlsSource');
}

function openNative(video: HTMLVideoElement, request: SourceRequest, events: SourceEvents): Source {
  const loaded = (): void => {
    if (request.from > 0) video.currentTime = request.from;
    events.qualities([]);
  };
  const sized = (): void => {
    const { videoWidth: width, videoHeight: height } = video;
    events.shows(height > 0 ? { index: AUTO, width, height, bitrate: 0 } : undefined);
  };
  const failed = (): void => {
    // The element does not say which answer it got: a link that has expired is the likeliest.
    const network = video.error?.code !== MediaError.MEDIA_ERR_DECODE;
    events.stopped(network ? 'expired' : 'media');
  };
  video.addEventListener('loadedmetadata', loaded);
  video.addEventListener('resize', sized);
  video.addEventListener('error', failed);
  video.src = request.address;
  return {
    choose: () => {},
    destroy() {
      video.removeEventListener('loadedmetadata', loaded);
      video.removeEventListener('resize', sized);
      video.removeEventListener('error', failed);
      video.removeAttribute('src');
      video.load();
    },
  };
}
