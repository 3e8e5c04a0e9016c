import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  customRange,
  granularityOf,
  lastDays,
  lengthOf,
  momentsOf,
  previousOf,
  queryOf,
  rangeOf,
} from '../src/pages/analytics/range';
import { sharesOf } from '../src/pages/analytics/DimensionPart';
import { barsOf } from '../src/pages/analytics/Realtime';
import { placesOf, shareAt } from '../src/pages/analytics/retention';
import { changeOf, stepsBetween, until, valuesAt } from '../src/pages/analytics/series';

const NOW = Date.parse('2026-05-31T22:30:00Z');

test('spans whole days up to today', () => {
  const range = lastDays(28, NOW);
  assert.deepEqual(range, { from: '2026-05-04', to: '2026-05-31', days: 28 });
  assert.equal(lengthOf(range), 28);
  assert.deepEqual(momentsOf(range), { from: '2026-05-04T00:00:00.000Z', to: '2026-06-01T00:00:00.000Z' });
});

test('compares with as many days right before', () => {
  const before = previousOf(lastDays(7, NOW));
  assert.deepEqual([before.from, before.to], ['2026-05-18', '2026-05-24']);
});

test('reads from an address what it wrote there', () => {
  for (const range of [lastDays(7, NOW), lastDays(28, NOW), lastDays(365, NOW), customRange('2026-02-01', '2026-02-28')!]) {
    assert.deepEqual(rangeOf(new URLSearchParams(queryOf(range)), NOW), range);
  }
  assert.equal(rangeOf(new URLSearchParams('days=5000'), NOW).days, 28);
});

test('takes no span that goes backwards or is too long', () => {
  assert.equal(customRange('2026-03-02', '2026-03-01'), undefined);
  assert.equal(customRange('2025-01-01', '2026-01-02'), undefined);
  assert.equal(customRange('2024-01-01', '2024-12-31')?.from, '2024-01-01');
  assert.equal(customRange('yesterday', '2026-03-01'), undefined);
});

test('shows hours of a day or two, and days of more', () => {
  assert.equal(granularityOf(customRange('2026-03-01', '2026-03-02')!), 'hour');
  assert.equal(granularityOf(customRange('2026-03-01', '2026-03-03')!), 'day');
});

test('fills in what was not told', () => {
  const steps = stepsBetween('2026-05-01T00:00:00Z', '2026-05-04T00:00:00Z', 'day');
  assert.equal(steps.length, 3);
  assert.deepEqual(valuesAt(steps, [['2026-05-02T00:00:00Z', 7]], 0), [0, 7, 0]);
  assert.deepEqual(valuesAt(steps, [['2026-05-02T00:00:00Z', 0.5]], null), [null, 0.5, null]);
  assert.deepEqual(until(steps, [1, 2, 3], Date.parse('2026-05-02T12:00:00Z')), [1, 2, null]);
});

test('says how a number stands to the one before', () => {
  assert.deepEqual(changeOf(150, 100), { change: 'more', share: 0.5 });
  assert.deepEqual(changeOf(75, 100), { change: 'fewer', share: 0.25 });
  assert.deepEqual(changeOf(1001, 1000), { change: 'same', share: 0 });
  assert.deepEqual(changeOf(3, 0), { change: 'new', share: 0 });
  assert.deepEqual(changeOf(0, 0), { change: 'none', share: 0 });
  assert.deepEqual(changeOf(3, undefined), { change: 'none', share: 0 });
});

test('knows how many still watch at a part of a video', () => {
  const curve = [1, 0.8, 0.6, 0.4];
  assert.equal(shareAt(curve, 0.5), 0.6);
  assert.equal(shareAt(curve, 1), 0.4);
  assert.equal(shareAt([], 0.5), undefined);
  assert.deepEqual(placesOf(8, 4), [0, 2, 4, 6]);
});

test('a window has a bar for each piece of it, also where nothing happened', () => {
  const points: [string, number][] = [['2026-05-31T22:29:00Z', 4], ['2026-05-31T22:30:00Z', 7]];
  const { places, values } = barsOf('60m', { points, total: 11 }, NOW + 20_000);
  assert.equal(places.length, 60);
  assert.equal(places.at(-1), NOW);
  assert.deepEqual(values.slice(-3), [0, 4, 7]);
});

test('sums the views of a span by what came with them, under names', () => {
  const series = [
    { metric: 'views' as const, dimension: 'NO', points: [['2026-05-01T00:00:00Z', 3], ['2026-05-02T00:00:00Z', 4]] },
    { metric: 'views' as const, dimension: 'unknown', points: [['2026-05-01T00:00:00Z', 2]] },
    { metric: 'views' as const, points: [['2026-05-01T00:00:00Z', 9]] },
  ] as never;
  const answer = { from: '', to: '', granularity: 'day', totals: {}, series };
  assert.deepEqual(sharesOf(answer, 'country'), [{ name: 'Norway', value: 7 }, { name: 'Unknown', value: 2 }]);
});
