import assert from 'node:assert/strict';
import { test } from 'node:test';
import { age, bytes, clock, length, percent, wait } from '../src/words/figures';

const NOW = Date.parse('2026-05-04T12:00:00Z');

test('says a position as a clock does', () => {
  assert.equal(clock(7.9), '0:07');
  assert.equal(clock(754), '12:34');
  assert.equal(clock(3723), '1:02:03');
  assert.equal(clock(Number.NaN), '0:00');
  assert.equal(clock(Infinity), '0:00');
});

test('gives even the shortest video a second', () => {
  assert.equal(length(0.2), '0:01');
  assert.equal(length(59.7), '1:00');
});

test('says how long ago, in the largest unit that fits', () => {
  assert.equal(age('2026-05-04T11:59:40Z', NOW), 'Just now');
  assert.equal(age('2026-05-04T11:00:00Z', NOW), '1 hour ago');
  assert.equal(age('2026-05-03T12:00:00Z', NOW), 'yesterday');
  assert.equal(age('2024-05-01T12:00:00Z', NOW), '2 years ago');
});

test('never promises a progress that is not reached', () => {
  assert.equal(percent(0.999), '99%');
  assert.equal(percent(1), '100%');
  assert.equal(percent(-1), '0%');
});

test('counts bytes in decimal units', () => {
  assert.equal(bytes(999), '999 byte');
  assert.equal(bytes(12_400_000), '12 MB');
  assert.equal(bytes(1_540_000_000), '1.5 GB');
});

test('says a wait roughly', () => {
  assert.equal(wait(0), '1 sec');
  assert.equal(wait(61), '2 min');
  assert.equal(wait(7201), '3 hr');
});
