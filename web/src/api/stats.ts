import { call } from './call';

/** How often a video was watched, by the public rule. */
export interface VideoStats {
  views: number;
  /** Every session that played anything. */
  rawViews?: number;
  uniqueViewers?: number;
  /** Watching at this moment. */
  liveViewers?: number;
  watchSeconds?: number;
  updatedAt?: string;
  /** By reason; for the owner. */
  rejected?: Record<string, number>;
}

export function getStats(video: string, signal?: AbortSignal): Promise<VideoStats> {
  return call('GET', path(video), signal ? { signal } : {});
}

/** Milliseconds until the stream is tried again after the service refused it, or was away. */
const STREAM_AGAIN = 30_000;

/**
 * Tells the counts of a video now and whenever they change, while the page is looked at: a browser opens few
 * connections to a host, and tabs that nobody sees must not hold them. Returns how to stop.
 */
export function followStats(video: string, tell: (stats: VideoStats) => void): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const request = new AbortController();
  const close = (): void => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  const open = (): void => {
    close();
    if (document.visibilityState === 'hidden') return;
    source = new EventSource(`/api/v1${path(video)}/events`);
    source.addEventListener('stats', event => tell(JSON.parse((event as MessageEvent<string>).data) as VideoStats));
    source.addEventListener('error', () => {
      // A broken connection is opened again by the browser; a refusal is not.
      if (source?.readyState !== EventSource.CLOSED) return;
      close();
      timer = setTimeout(open, STREAM_AGAIN);
    });
  };
  const begin = async (): Promise<void> => {
    try {
      tell(await getStats(video, request.signal));
    } catch {
      // The stream says it as soon as it can be had.
    }
    if (!request.signal.aborted) open();
  };
  void begin();
  document.addEventListener('visibilitychange', open);
  return () => {
    request.abort();
    document.removeEventListener('visibilitychange', open);
    close();
  };
}

function path(video: string): string {
  return `/videos/${encodeURIComponent(video)}/stats`;
}
