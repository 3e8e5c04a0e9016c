import assert from 'node:assert/strict';
import { test } from 'node:test';
import { de } from '../src/words/de';
import { en } from '../src/words/en';

/** Every path in a catalogue, with what stands there. */
function entries(node: object, path = ''): [string, unknown][] {
  return Object.entries(node).flatMap(([key, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null ? entries(value, `${path}${key}.`) : [[path + key, value]],
  );
}

test('says the same things in every language', () => {
  const paths = (words: object): string[] => entries(words).map(([path]) => path).sort();
  assert.deepEqual(paths(de), paths(en));
});

test('leaves nothing unsaid', () => {
  for (const [path, text] of [...entries(en), ...entries(de)]) {
    const said = typeof text === 'function' ? (text as (...names: string[]) => string)('1', '2') : text;
    assert.ok(typeof said === 'string' && said.trim() !== '' && !said.includes('undefined'), path);
  }
});
