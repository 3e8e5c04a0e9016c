import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readdirSync } from 'node:fs';
import { de } from '../src/words/de';
import { en } from '../src/words/en';

/** The catalogues of the parts that are loaded when they are needed. */
const PARTS = readdirSync(new URL('../src/words/en', import.meta.url)).map(name => name.replace(/\.ts$/, ''));

async function part(language: 'en' | 'de', name: string): Promise<object> {
  return ((await import(`../src/words/${language}/${name}.ts`)) as Record<string, object>)[name] ?? {};
}

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

test('says the same things in every language, in every part', async () => {
  for (const name of PARTS) {
    const paths = async (language: 'en' | 'de') => entries(await part(language, name)).map(([path]) => path).sort();
    assert.deepEqual(await paths('de'), await paths('en'), name);
  }
});

test('leaves nothing unsaid', async () => {
  const parts = await Promise.all(PARTS.flatMap(name => [part('en', name), part('de', name)]));
  for (const [path, text] of [en, de, ...parts].flatMap(words => entries(words))) {
    const said = typeof text === 'function' ? (text as (...names: string[]) => string)('1', '2') : text;
    assert.ok(typeof said === 'string' && said.trim() !== '' && !said.includes('undefined'), path);
  }
});
