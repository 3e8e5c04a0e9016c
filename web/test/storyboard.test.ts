import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseStoryboard, storyboardOf } from '../src/player/storyboard';

const ADDRESS = 'https://example.com/media/t/token/videos/v/1/storyboard.vtt';
const TEXT = `WEBVTT

00:00.000 --> 00:05.000
storyboard.jpg#xywh=0,0,160,90

NOTE between two cues

2
00:05.000 --> 00:10.000
storyboard.jpg#xywh=160,0,160,90\r
\r
01:00:00.000 --> 01:00:05.500\r
storyboard.jpg#xywh=320,90,160,90
`;

test('reads the rectangles of a sprite, beside the storyboard itself', () => {
  const frames = parseStoryboard(TEXT, ADDRESS);
  assert.equal(frames.length, 3);
  assert.deepEqual(frames[2], {
    from: 3600,
    to: 3605.5,
    image: 'https://example.com/media/t/token/videos/v/1/storyboard.jpg',
    x: 320,
    y: 90,
    width: 160,
    height: 90,
  });
});

test('finds the picture of a moment, and the nearest one outside', () => {
  const storyboard = storyboardOf(parseStoryboard(TEXT, ADDRESS));
  assert.equal(storyboard.at(4.9)?.x, 0);
  assert.equal(storyboard.at(5)?.x, 160);
  assert.equal(storyboard.at(-1)?.x, 0);
  assert.equal(storyboard.at(1e9)?.x, 320);
});

test('is empty when there is nothing to read', () => {
  assert.deepEqual(parseStoryboard('<html>not found</html>', ADDRESS), []);
  assert.equal(storyboardOf([]).at(3), undefined);
});
