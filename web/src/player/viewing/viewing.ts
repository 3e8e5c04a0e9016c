import type { Quality } from '../source';
import type { Beacon, BeaconEvent, TrafficSource } from './beacon';
import { Experience } from './experience';
import { IntervalRecorder } from './intervals';
import { Outbox, type Way } from './outbox';

/** Seconds of content after which the first beacon goes: less is a glance. */
const FIRST_AFTER = 3;

/** Seconds between beacons while it plays. */
const EVERY = 10;

/** What is read of a media element. */
export type Watched = Pick<
  HTMLVideoElement,
  | 'currentTime'
  | 'duration'
  | 'paused'
  | 'ended'
  | 'seeking'
  | 'readyState'
  | 'playbackRate'
  | 'addEventListener'
  | 'removeEventListener'
> & { getVideoPlaybackQuality?: () => { droppedVideoFrames: number } };

export interface ViewingFacts {
  session: string;
  source: TrafficSource;
  /** Seconds on the session's clock, which began with it. */
  now: () => number;
  hidden: () => boolean;
  /** What is shown at the moment. */
  quality: () => Quality | undefined;
  /** When playing was asked for, on the same clock. */
  asked: number;
}

/** `HAVE_FUTURE_DATA`: the picture moves. */
const MOVES = 3;

/** Follows a media element and tells the server what was watched. It only listens: playing goes on whatever happens. */
export class Viewing {
  private readonly intervals = new IntervalRecorder();
  private readonly experience: Experience;
  private readonly outbox: Outbox;
  private readonly heard: [string, () => void][];
  private sequence = 0;
  private lastCut = 0;
  /** How it was when it was last looked at. */
  private last: { at: number; hidden: boolean; playing: boolean };
  private hiddenSeconds = 0;
  private rate: number;
  private left = false;

  constructor(
    private readonly media: Watched,
    private readonly facts: ViewingFacts,
    way: Way,
  ) {
    this.outbox = new Outbox(way);
    this.experience = new Experience(facts.asked);
    this.rate = media.playbackRate;
    this.last = { at: facts.now(), hidden: facts.hidden(), playing: false };
    this.heard = [
      ['play', () => this.wanted()],
      ['playing', () => this.looks()],
      ['timeupdate', () => this.looks()],
      ['waiting', () => this.stands()],
      ['seeking', () => this.jumps()],
      ['emptied', () => this.jumps()],
      ['seeked', () => this.looks()],
      ['ratechange', () => this.changesRate()],
      ['pause', () => this.pauses()],
      ['ended', () => this.ends()],
    ];
    this.heard.forEach(([name, listener]) => media.addEventListener(name, listener));
    // It may have begun while this was loaded.
    this.looks();
  }

  /** What is seen now: called with everything that the element says, and when the page is hidden or shown. */
  looks(): void {
    const now = this.facts.now();
    const playing = this.playing();
    if (this.last.playing && this.last.hidden) this.hiddenSeconds += now - this.last.at;
    if (playing) {
      this.left = false;
      this.experience.plays(now);
      this.intervals.plays(this.media.currentTime);
    }
    this.last = { at: now, hidden: this.facts.hidden(), playing };
    if (!playing) return;
    const due = this.sequence === 0 ? this.intervals.played >= FIRST_AFTER : now - this.lastCut >= EVERY;
    if (due || this.intervals.full) this.tell(this.sequence === 0 ? 'start' : 'progress');
  }

  failed(code: string): void {
    this.experience.fails(code);
    this.stopped();
    this.tell('pause');
  }

  /** There may be a way to the server again. */
  online(): void {
    this.outbox.tryNow();
  }

  /** The page is hidden and may never be seen again: what is known goes now. */
  hides(): void {
    this.looks();
    if (this.intervals.played > 0) this.tell(this.sequence === 0 ? 'start' : 'progress');
    this.outbox.tryNow();
  }

  /** The page goes away. It may come back as it was: then this goes on. */
  leaves(): void {
    this.exit();
    this.outbox.leave();
  }

  /** Somebody turned to something else in this page. */
  close(): void {
    this.exit();
    this.heard.forEach(([name, listener]) => this.media.removeEventListener(name, listener));
    this.outbox.tryNow();
  }

  private playing(): boolean {
    const { paused, ended, seeking, readyState } = this.media;
    return !paused && !ended && !seeking && readyState >= MOVES;
  }

  private wanted(): void {
    // It stood ready and waited: the start counts from here.
    if (this.media.readyState >= MOVES) this.experience.askedAgain(this.facts.now());
    this.looks();
  }

  private stands(): void {
    if (!this.media.seeking && !this.media.paused) this.experience.stands(this.facts.now());
  }

  private jumps(): void {
    this.experience.goesOn(this.facts.now());
    this.stopped();
  }

  /** Each beacon speaks of one speed. */
  private changesRate(): void {
    this.looks();
    if (this.intervals.played > 0) this.tell('progress');
    this.rate = this.media.playbackRate;
  }

  private pauses(): void {
    // The end says so too, a moment later.
    if (this.media.ended) return;
    this.stopped(this.media.currentTime);
    if (this.intervals.played > 0) this.tell('pause');
  }

  private ends(): void {
    this.stopped(this.media.currentTime);
    this.tell('end');
  }

  private exit(): void {
    this.looks();
    const began = this.sequence > 0 || this.intervals.played > 0;
    if (!this.left && (began || this.neverCame())) this.tell('exit');
    this.left = true;
  }

  /** It was wanted and did not come. One that stands ready waits for somebody to press play: nothing went wrong. */
  private neverCame(): boolean {
    return !this.experience.started && !(this.media.paused && this.media.readyState >= MOVES);
  }

  private stopped(at?: number): void {
    // Only while it played is where it stands now also where it got to.
    this.intervals.stops(this.last.playing ? at : undefined);
    this.experience.goesOn(this.facts.now());
    this.looks();
  }

  private tell(event: BeaconEvent): void {
    const { session, source } = this.facts;
    const now = this.facts.now();
    const beacon: Beacon = {
      session,
      sequence: this.sequence++,
      intervals: this.intervals.take(),
      positionSeconds: Math.round(this.intervals.position * 1000) / 1000,
      elapsedSeconds: Math.round(now * 1000) / 1000,
      rate: this.rate,
      event,
      source,
    };
    if (this.hiddenSeconds > 0) beacon.hiddenSeconds = Math.round(this.hiddenSeconds * 1000) / 1000;
    const shown = this.facts.quality();
    const quality = {
      ...this.experience.take(now, this.dropped(), event === 'exit' && this.neverCame()),
      ...(shown && shown.height > 0 && { height: shown.height }),
      ...(shown && shown.bitrate > 0 && { bitrate: shown.bitrate }),
    };
    if (Object.keys(quality).length > 0) beacon.quality = quality;
    this.hiddenSeconds = 0;
    this.lastCut = now;
    this.outbox.add(beacon);
  }

  private dropped(): number {
    return this.media.getVideoPlaybackQuality?.().droppedVideoFrames ?? 0;
  }
}
