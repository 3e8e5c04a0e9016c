import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownAddress, segmentAfter } from '../src/router/paths';

const ORIGIN = 'https://social.example';

test('reads one segment of a path', () => {
  assert.equal(segmentAfter('/watch/', '/watch/0MW'), '0MW');
  assert.equal(segmentAfter('/watch/', '/watch/0MW/'), '0MW');
  assert.equal(segmentAfter('/watch/', '/watch/a/b'), undefined);
  assert.equal(segmentAfter('/watch/', '/watch/'), undefined);
  assert.equal(segmentAfter('/watch/', '/watch/%E0%A4%A'), undefined);
});

test('returns to our own pages only', () => {
  assert.equal(ownAddress('/upload?video=1', ORIGIN), '/upload?video=1');
  assert.equal(ownAddress('//evil.example/x', ORIGIN), '/');
  assert.equal(ownAddress('/\\evil.example', ORIGIN), '/');
  assert.equal(ownAddress('https://evil.example', ORIGIN), '/');
  assert.equal(ownAddress('javascript:alert(1)', ORIGIN), '/');
  assert.equal(ownAddress(null, ORIGIN), '/');
});
