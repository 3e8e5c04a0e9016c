import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Beacon } from '../src/player/viewing/beacon';
import { IntervalRecorder } from '../src/player/viewing/intervals';
import { Outbox, type Sent, type Way } from '../src/player/viewing/outbox';
import { trafficSourceOf } from '../src/player/viewing/trafficSource';
import { Viewing, type ViewingFacts } from '../src/player/viewing/viewing';

test('notes what was played, and joins what a pause parted', () => {
  const recorder = new IntervalRecorder();
  recorder.plays(0);
  recorder.plays(1.5);
  recorder.stops(2);
  recorder.plays(2.01);
  recorder.stops(3);
  assert.deepEqual(recorder.take(), [[0, 3]]);
  assert.deepEqual(recorder.take(), []);
});

test('a jump leaves out what was jumped over, and a rewind notes twice what was seen twice', () => {
  const recorder = new IntervalRecorder();
  recorder.plays(0);
  recorder.plays(4);
  recorder.stops();
  recorder.plays(60);
  recorder.plays(62);
  recorder.stops();
  recorder.plays(2);
  recorder.plays(5);
  assert.equal(recorder.played, 9);
  assert.deepEqual(recorder.take(), [[0, 4], [60, 62], [2, 5]]);
});

test('a part that is under way goes on after it was taken', () => {
  const recorder = new IntervalRecorder();
  recorder.plays(0);
  recorder.plays(3);
  assert.deepEqual(recorder.take(), [[0, 3]]);
  recorder.plays(5);
  assert.deepEqual(recorder.take(), [[3, 5]]);
});

test('an element that goes back without a word begins another part', () => {
  const recorder = new IntervalRecorder();
  recorder.plays(8);
  recorder.plays(10);
  recorder.plays(0);
  recorder.plays(1);
  assert.deepEqual(recorder.take(), [[8, 10], [0, 1]]);
});

/** A media element that a test moves by hand, with its clock. */
class Film extends EventTarget {
  currentTime = 0;
  duration = 100;
  paused = true;
  ended = false;
  seeking = false;
  readyState = 0;
  playbackRate = 1;
  now = 0;
  hidden = false;
  sent: Beacon[] = [];
  left: Beacon[] = [];

  readonly way: Way = {
    send: async beacons => {
      this.sent.push(...beacons);
      return 'taken';
    },
    leave: beacons => {
      this.left.push(...beacons);
      return true;
    },
  };

  open(): Viewing {
    const facts: ViewingFacts = {
      session: 'session-1',
      source: 'home',
      now: () => this.now,
      hidden: () => this.hidden,
      quality: () => ({ index: 0, width: 1280, height: 720, bitrate: 2_000_000 }),
      asked: 0,
    };
    return new Viewing(this as never, facts, this.way);
  }

  says(name: string): void {
    this.dispatchEvent(new Event(name));
  }

  begins(after: number): void {
    this.paused = false;
    this.says('play');
    this.now += after;
    this.readyState = 4;
    this.says('playing');
  }

  /** Plays so many seconds, telling four times a second. */
  plays(seconds: number): void {
    for (let told = 0; told < seconds; told += 0.25) {
      this.now += 0.25;
      this.currentTime += 0.25 * this.playbackRate;
      this.says('timeupdate');
    }
  }

  jumps(to: number): void {
    this.seeking = true;
    this.currentTime = to;
    this.says('seeking');
    this.now += 0.2;
    this.seeking = false;
    this.says('seeked');
  }

  /** Everything that was told, once the page went. */
  told(viewing: Viewing): Beacon[] {
    viewing.leaves();
    return this.left;
  }
}

test('tells after 3 seconds, then every 10, at the end, and when the page goes', () => {
  const film = new Film();
  const viewing = film.open();
  film.begins(0.4);
  film.plays(14);
  film.ended = true;
  film.says('pause');
  film.says('ended');
  const told = film.told(viewing);
  assert.deepEqual(told.map(one => one.event), ['start', 'progress', 'end', 'exit']);
  assert.deepEqual(told.map(one => one.sequence), [0, 1, 2, 3]);
  assert.deepEqual(told.map(one => one.intervals), [[[0, 3]], [[3, 13]], [[13, 14]], []]);
  assert.equal(told[0]!.elapsedSeconds, 3.4);
  assert.deepEqual(told[0]!.quality, { startupSeconds: 0.4, height: 720, bitrate: 2_000_000 });
  assert.equal(told[1]!.quality?.startupSeconds, undefined);
});

test('parts of a video that are jumped to are told apart', () => {
  const film = new Film();
  const viewing = film.open();
  film.begins(0.1);
  film.plays(2);
  film.jumps(50);
  film.plays(2);
  film.jumps(1);
  film.plays(1);
  const played = film.told(viewing).flatMap(one => one.intervals);
  assert.deepEqual(played, [[0, 2], [50, 51], [51, 52], [1, 2]]);
});

test('each beacon speaks of one speed', () => {
  const film = new Film();
  const viewing = film.open();
  film.begins(0);
  film.plays(1);
  film.playbackRate = 2;
  film.says('ratechange');
  film.plays(1);
  const told = film.told(viewing);
  assert.deepEqual(told.map(one => [one.rate, one.intervals]), [[1, [[0, 1]]], [2, [[1, 3]]]]);
});

test('counts the seconds that it played unseen, and those that it stood still', () => {
  const film = new Film();
  const viewing = film.open();
  film.begins(0);
  film.plays(1);
  film.hidden = true;
  viewing.hides();
  film.plays(2);
  film.hidden = false;
  viewing.looks();
  film.readyState = 2;
  film.says('waiting');
  film.now += 1.5;
  film.readyState = 4;
  film.says('playing');
  film.plays(1);
  const told = film.told(viewing);
  const sum = (of: (one: Beacon) => number | undefined) => told.reduce((all, one) => all + (of(one) ?? 0), 0);
  assert.equal(sum(one => one.hiddenSeconds), 2);
  assert.equal(sum(one => one.quality?.stalls), 1);
  assert.equal(sum(one => one.quality?.stalledSeconds), 1.5);
  assert.equal(told.flatMap(one => one.intervals).reduce((all, [from, to]) => all + to - from, 0), 4);
});

test('who leaves before the first picture is told of, who leaves without wanting anything is not', () => {
  const film = new Film();
  const viewing = film.open();
  film.paused = false;
  film.says('play');
  const [exit, ...more] = film.told(viewing);
  assert.equal(exit?.event, 'exit');
  assert.equal(exit.quality?.exitedBeforeStart, true);
  assert.deepEqual(more, []);
  viewing.leaves();
  assert.equal(film.left.length, 1);
});

test('a video that stood ready and was not begun is nothing to tell of', () => {
  const film = new Film();
  const viewing = film.open();
  film.readyState = 4;
  assert.deepEqual(film.told(viewing), []);
});

test('a page that comes back goes on with the same session', () => {
  const film = new Film();
  const viewing = film.open();
  film.begins(0);
  film.plays(1);
  viewing.leaves();
  film.plays(1);
  viewing.leaves();
  assert.deepEqual(film.left.map(one => [one.event, one.sequence]), [['exit', 0], ['exit', 1]]);
  assert.deepEqual(film.left.map(one => one.intervals), [[[0, 1]], [[1, 2]]]);
});

const BEACON: Omit<Beacon, 'sequence'> = {
  session: 'session-1',
  intervals: [],
  positionSeconds: 0,
  elapsedSeconds: 0,
  rate: 1,
  event: 'progress',
  source: 'direct',
};

test('sends the same beacons again until the server takes them', async context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const tries: number[][] = [];
  const answers: Sent[] = [{ again: undefined }, { again: 5 }, 'taken'];
  const outbox = new Outbox({
    send: async beacons => {
      tries.push(beacons.map(one => one.sequence));
      return answers.shift() ?? 'taken';
    },
    leave: () => true,
  });
  const after = async (milliseconds: number): Promise<void> => {
    context.mock.timers.tick(milliseconds);
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  outbox.add({ ...BEACON, sequence: 0 });
  outbox.add({ ...BEACON, sequence: 1 });
  await after(250);
  outbox.add({ ...BEACON, sequence: 2 });
  await after(2_000);
  await after(4_000);
  assert.equal(tries.length, 2);
  await after(1_000);
  await after(60_000);
  assert.deepEqual(tries, [[0, 1], [0, 1, 2], [0, 1, 2]]);
});

test('what is refused is not sent again, and what leaves takes everything along', async context => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const left: number[] = [];
  let tries = 0;
  const outbox = new Outbox({
    send: async () => {
      tries++;
      return 'refused';
    },
    leave: beacons => left.push(...beacons.map(one => one.sequence)) > 0,
  });
  outbox.add({ ...BEACON, sequence: 0 });
  context.mock.timers.tick(250);
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  outbox.add({ ...BEACON, sequence: 1 });
  outbox.leave();
  context.mock.timers.tick(60_000);
  assert.equal(tries, 1);
  assert.deepEqual(left, [1]);
});

test('knows how somebody came to a video', () => {
  const arrival = { path: '/watch/1', query: new URLSearchParams(), before: undefined, referrer: '', origin: 'https://a' };
  assert.equal(trafficSourceOf(arrival), 'direct');
  assert.equal(trafficSourceOf({ ...arrival, referrer: 'https://elsewhere.example/' }), 'external');
  assert.equal(trafficSourceOf({ ...arrival, referrer: 'https://a/@alice' }), 'profile');
  assert.equal(trafficSourceOf({ ...arrival, before: '/' }), 'home');
  assert.equal(trafficSourceOf({ ...arrival, before: '/watch/2' }), 'related');
  assert.equal(trafficSourceOf({ ...arrival, before: '/search' }), 'search');
  assert.equal(trafficSourceOf({ ...arrival, before: '/tags/doors' }), 'hashtag');
  assert.equal(trafficSourceOf({ ...arrival, before: '/notifications' }), 'notification');
  assert.equal(trafficSourceOf({ ...arrival, before: '/settings' }), 'direct');
  assert.equal(trafficSourceOf({ ...arrival, path: '/embed/1', referrer: 'https://elsewhere.example/' }), 'embed');
});
