import { memory } from '../parts/memory';
import { words } from '../words';
import { number, percent } from '../words/figures';

/** What a person is used to: it stays for the next video. */
interface Habits {
  volume: number;
  muted: boolean;
  rate: number;
}

export const SPEEDS: readonly number[] = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/** Seconds before the end of what can be sought to: the last piece may not be there yet. */
const FROM_EDGE = 0.25;

const habits = memory<Habits>('player');

/** Does what a person asks of the player, and says so. */
export class Remote {
  constructor(
    private readonly video: HTMLVideoElement,
    private readonly say: (text: string) => void,
  ) {
    const known = habits.get();
    if (!known) return;
    video.volume = known.volume;
    video.muted = known.muted;
    video.playbackRate = known.rate;
    // Otherwise every new source begins at the speed of 1.
    video.defaultPlaybackRate = known.rate;
  }

  toggle(): void {
    if (this.video.paused || this.video.ended) {
      this.play();
      this.say(words.said.playing);
    } else {
      this.video.pause();
      this.say(words.said.paused);
    }
  }

  /** The browser may refuse sound before a person has touched the page: then it stays paused. */
  play(): void {
    void this.video.play().catch(() => {});
  }

  seek(seconds: number): void {
    const { seekable, duration } = this.video;
    const end = seekable.length > 0 ? seekable.end(seekable.length - 1) : duration || 0;
    const last = Number.isFinite(duration) && end >= duration - FROM_EDGE ? duration : end - FROM_EDGE;
    this.video.currentTime = Math.max(0, Math.min(seconds, last));
  }

  seekBy(seconds: number): void {
    this.seek(this.video.currentTime + seconds);
    const length = number(Math.abs(seconds));
    this.say(seconds > 0 ? words.said.forward(length) : words.said.back(length));
  }

  setVolume(volume: number): void {
    this.video.volume = Math.min(1, Math.max(0, volume));
    this.video.muted = this.video.volume === 0;
    this.keep();
  }

  changeVolume(by: number): void {
    // Steps of the slider, whatever binary fractions make of it.
    this.setVolume(Math.round((this.video.volume + by) * 100) / 100);
    this.say(words.said.volume(percent(this.video.volume)));
  }

  toggleMute(): void {
    const silent = this.video.muted || this.video.volume === 0;
    this.video.muted = !silent;
    if (silent && this.video.volume === 0) this.video.volume = 0.5;
    this.keep();
    this.say(this.video.muted ? words.said.muted : words.said.volume(percent(this.video.volume)));
  }

  setRate(rate: number): void {
    this.video.playbackRate = rate;
    this.video.defaultPlaybackRate = rate;
    this.keep();
    this.say(words.said.speed(speedWords(rate)));
  }

  changeRate(steps: number): void {
    const at = SPEEDS.findIndex(speed => speed >= this.video.playbackRate);
    const next = SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at + steps))];
    if (next !== undefined) this.setRate(next);
  }

  async togglePictureInPicture(): Promise<void> {
    if (document.pictureInPictureElement === this.video) await document.exitPictureInPicture();
    else await this.video.requestPictureInPicture().catch(() => {});
  }

  private keep(): void {
    const { volume, muted, playbackRate: rate } = this.video;
    habits.set({ volume, muted, rate });
  }
}

export function speedWords(rate: number): string {
  return rate === 1 ? words.normalSpeed : `${number(rate)}×`;
}
