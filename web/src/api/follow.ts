import { Problem } from './problem';
import { getVideo } from './videos';
import { keepAccess } from './session';
import { isSettled, type Video } from './types';

/**
 * Streams that are open at once. A browser opens six connections to a host over HTTP/1.1, and uploads and segments
 * need theirs: whoever comes later asks again and again instead.
 */
const STREAMS_MAX = 2;

/** Milliseconds between questions where there is no stream. */
const POLL = 3_000;
const POLL_MAX = 30_000;

let streams = 0;

/**
 * Tells every new state of a video until none can follow; returns how to stop. A video that is gone or hidden ends it
 * with `gone`.
 */
export function followVideo(id: string, tell: (video: Video) => void, gone: () => void = () => {}): () => void {
  const follower = new Follower(id, tell, gone);
  void follower.start();
  return () => follower.stop();
}

class Follower {
  private source: EventSource | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private over = false;

  constructor(
    private readonly id: string,
    private readonly tell: (video: Video) => void,
    private readonly gone: () => void,
  ) {}

  async start(): Promise<void> {
    if (streams >= STREAMS_MAX) return this.poll();
    streams++;
    try {
      await keepAccess();
    } catch {
      // The stream will say so, and the next question tries again.
    }
    if (this.over) {
      streams--;
      return;
    }
    this.source = new EventSource(`/api/v1/videos/${encodeURIComponent(this.id)}/events`);
    this.source.addEventListener('video', event => {
      this.failures = 0;
      this.hear(JSON.parse((event as MessageEvent<string>).data) as Video);
    });
    this.source.addEventListener('error', () => {
      // While it is connecting again by itself, nothing is to be done.
      if (this.source?.readyState === EventSource.CLOSED) {
        this.closeStream();
        this.later();
      }
    });
  }

  stop(): void {
    this.over = true;
    clearTimeout(this.timer);
    this.closeStream();
  }

  private hear(video: Video): void {
    if (this.over) return;
    if (isSettled(video)) this.stop();
    this.tell(video);
  }

  private later(): void {
    if (this.over) return;
    this.timer = setTimeout(() => void this.poll(), Math.min(POLL_MAX, POLL * 2 ** this.failures));
  }

  private async poll(): Promise<void> {
    try {
      this.hear(await getVideo(this.id));
      this.failures = 0;
    } catch (thrown) {
      if (thrown instanceof Problem && (thrown.status === 404 || thrown.status === 403)) {
        this.stop();
        this.gone();
        return;
      }
      this.failures++;
    }
    if (this.over) return;
    if (streams < STREAMS_MAX && this.failures === 0) this.timer = setTimeout(() => void this.start(), POLL);
    else this.later();
  }

  private closeStream(): void {
    if (!this.source) return;
    this.source.close();
    this.source = undefined;
    streams--;
  }
}
