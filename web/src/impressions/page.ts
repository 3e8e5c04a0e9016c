import { newKey } from '../api/call';
import type { TrafficSource } from '../player/viewing/beacon';
import { Outbox, type Way } from '../player/viewing/outbox';
import { roomOf } from '../player/viewing/trafficSource';

/** A card that somebody could see: `POST /api/v1/impressions` takes them of one view of a page. */
export interface Impression {
  video: string;
  /** The same when it is told again, with its click or without, so that it counts once. */
  id: string;
  source: TrafficSource;
  /** On the document's clock, in milliseconds. */
  at: number;
  clicked: boolean;
}

/** Milliseconds in which impressions gather: nobody waits for them. */
const GATHER = 4_000;

/** One view of a page: what it showed, each card once. Nothing ties it to another. */
export class PageView {
  private readonly told = new Map<string, Impression>();
  private readonly source: TrafficSource;
  readonly outbox: Outbox<Impression>;

  constructor(
    readonly path: string,
    way: (session: string) => Way<Impression>,
  ) {
    this.source = roomOf(path);
    this.outbox = new Outbox(way(newKey()), GATHER);
  }

  saw(video: string, at: number): void {
    if (!this.told.has(video)) this.tell({ ...this.of(video, at), clicked: false });
  }

  /** Who follows a card has seen it, however short. */
  followed(video: string, at: number): void {
    const seen = this.told.get(video) ?? this.of(video, at);
    if (!seen.clicked) this.tell({ ...seen, clicked: true });
  }

  private of(video: string, at: number): Impression {
    return { video, id: `${this.source}-${video}`, source: this.source, at, clicked: false };
  }

  private tell(impression: Impression): void {
    this.told.set(impression.video, impression);
    this.outbox.add(impression);
  }
}
