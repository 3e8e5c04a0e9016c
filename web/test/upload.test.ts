import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSurelyNoVideo, titleOf } from '../src/upload/files';
import { Speed } from '../src/upload/speed';
import { isSameFile } from '../src/upload/unfinished';

test('makes a title of a file name', () => {
  assert.equal(titleOf('my_first-clip 01.mp4', '?'), 'My first clip 01');
  assert.equal(titleOf('2026-05-04 12.30.mov', '?'), '2026-05-04 12.30');
  assert.equal(titleOf('パターン.webm', '?'), 'パターン');
  assert.equal(titleOf('.mp4', 'New video'), 'New video');
  assert.equal([...titleOf(`${'😀'.repeat(200)}.mp4`, '?')].length, 120);
});

test('leaves out only what is surely no video', () => {
  assert.ok(isSurelyNoVideo({ name: 'cv.pdf', type: 'application/pdf' }));
  assert.ok(isSurelyNoVideo({ name: 'photo.jpg', type: 'image/jpeg' }));
  assert.ok(!isSurelyNoVideo({ name: 'clip.ts', type: 'text/vnd.trolltech.linguist' }));
  assert.ok(!isSurelyNoVideo({ name: 'unknown', type: '' }));
  assert.ok(!isSurelyNoVideo({ name: 'film.mxf', type: 'application/mxf' }));
});

test('knows a file again by name, size and time', () => {
  const mark = { name: 'a.mp4', size: 5, lastModified: 7 };
  assert.ok(isSameFile(mark, { ...mark }));
  assert.ok(!isSameFile(mark, { ...mark, size: 6 }));
  assert.ok(!isSameFile(mark, { ...mark, lastModified: 8 }));
});

test('measures the speed of the last seconds, and begins anew after a restart', () => {
  const speed = new Speed();
  assert.equal(speed.perSecond, 0);
  for (let second = 0; second <= 20; second++) speed.note(second * (second > 10 ? 2_000 : 1_000), second * 1000);
  assert.equal(speed.perSecond, 2_000);
  speed.note(500, 21_000);
  assert.equal(speed.perSecond, 0);
});
