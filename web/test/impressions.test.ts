import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import type { Impression } from '../src/impressions/page';
import { LONG, PART, Watcher } from '../src/impressions/watcher';
import type { Sent } from '../src/player/viewing/outbox';

/** A document that a test moves by hand. */
class Desk {
  now = 0;
  hidden = false;
  path = '/';
  answer: Sent = 'taken';
  readonly requests: { session: string; cards: readonly Impression[] }[] = [];
  readonly left: { session: string; cards: readonly Impression[] }[] = [];
  readonly watcher: Watcher;

  constructor(private readonly context: TestContext) {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    this.watcher = new Watcher({
      now: () => this.now,
      hidden: () => this.hidden,
      path: () => this.path,
      way: session => ({
        send: async cards => {
          this.requests.push({ session, cards: [...cards] });
          return this.answer;
        },
        leave: cards => this.left.push({ session, cards: [...cards] }) > 0,
      }),
    });
  }

  async passes(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += 100) {
      this.now += 100;
      this.context.mock.timers.tick(100);
      for (let turn = 0; turn < 5; turn++) await Promise.resolve();
    }
  }

  shows(video: string): object {
    const card = { video };
    this.watcher.add(card, video);
    this.watcher.looked(card, true);
    return card;
  }

  goesTo(path: string): void {
    this.path = path;
    this.watcher.moved();
  }

  get told(): string[] {
    return this.requests.flatMap(({ cards }) => cards.map(one => `${one.video} ${one.source} ${one.clicked}`));
  }
}

test('a card that stays in sight for a second is told once', async context => {
  const desk = new Desk(context);
  const one = desk.shows('a');
  const glanced = desk.shows('b');
  await desk.passes(900);
  desk.watcher.looked(glanced, false);
  await desk.passes(1_000);
  desk.watcher.looked(one, false);
  desk.watcher.looked(one, true);
  await desk.passes(10_000);
  assert.deepEqual(desk.told, ['a home false']);
  assert.equal(desk.requests[0]!.cards[0]!.at, 0);
});

test('a second is one in a visible tab', async context => {
  const desk = new Desk(context);
  desk.shows('a');
  await desk.passes(600);
  desk.hidden = true;
  desk.watcher.turned();
  await desk.passes(5_000);
  desk.hidden = false;
  desk.watcher.turned();
  await desk.passes(900);
  desk.hidden = true;
  desk.watcher.turned();
  await desk.passes(10_000);
  assert.deepEqual(desk.told, []);
});

test('cards of some seconds go together, and a click by the same name at once', async context => {
  const desk = new Desk(context);
  desk.shows('a');
  desk.shows('b');
  await desk.passes(5_500);
  desk.watcher.followed('b', '/');
  desk.watcher.followed('b', '/');
  await desk.passes(10_000);
  assert.deepEqual(desk.told, ['a home false', 'b home false', 'b home true']);
  assert.equal(desk.requests.length, 2);
  const [seen, followed] = desk.requests;
  assert.equal(seen!.session, followed!.session);
  assert.equal(seen!.cards[1]!.id, followed!.cards[0]!.id);
  assert.equal(seen!.cards[1]!.at, followed!.cards[0]!.at);
  assert.match(seen!.cards[1]!.id, /^[A-Za-z0-9_-]{6,64}$/);
});

test('who follows a card has seen it, however short, and is told of though the page is left', async context => {
  const desk = new Desk(context);
  desk.shows('a');
  desk.goesTo('/watch/a');
  desk.watcher.followed('a', '/');
  await desk.passes(100);
  assert.deepEqual(desk.told, ['a home true']);
});

test('each view of a page tells its cards anew, of where they are, and by another session', async context => {
  const desk = new Desk(context);
  desk.shows('a');
  await desk.passes(2_000);
  desk.goesTo('/watch/b');
  await desk.passes(6_000);
  desk.goesTo('/@alice');
  await desk.passes(6_000);
  desk.goesTo('/');
  await desk.passes(6_000);
  assert.deepEqual(desk.told, ['a home false', 'a related false', 'a profile false', 'a home false']);
  assert.equal(new Set(desk.requests.map(one => one.session)).size, 4);
});

test('what the server did not take is told again, and all of it as the document goes', async context => {
  const desk = new Desk(context);
  desk.answer = { again: undefined };
  desk.shows('a');
  await desk.passes(8_000);
  assert.ok(desk.requests.length >= 2);
  desk.goesTo('/tags/doors');
  await desk.passes(1_100);
  desk.watcher.leaves();
  assert.deepEqual(
    desk.left.map(({ cards }) => cards.map(one => `${one.video} ${one.source}`)),
    [['a home'], ['a hashtag']],
  );
});

test('the public rule says what is in sight', () => {
  const page = readFileSync(new URL('../../docs/VIEW_RULE.md', import.meta.url), 'utf8');
  assert.equal(PART, 0.5);
  assert.match(page, new RegExp(`at least half of it was in sight for at least ${LONG / 1_000} second`));
});
