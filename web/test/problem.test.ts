import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem, readProblem } from '../src/api/problem';
import '../src/words/entrance';

test('says known problems in our words, unknown ones in the words of the server', () => {
  assert.equal(new Problem(409, 'username-taken', 'x').sentence, 'Somebody has this username already.');
  assert.equal(new Problem(422, 'brand-new', 'this is not right').sentence, 'This is not right.');
  assert.equal(new Problem(500, 'boom', 'NullPointerException').sentence.includes('Null'), false);
  assert.equal(new Problem(429, 'slow-down', '', undefined, [], 7).sentence.includes('7 seconds'), true);
});

test('finds what is wrong with a field, also inside a list', () => {
  const errors = [
    { field: 'tags[3]', code: 'too-long', message: 'at most 50 characters' },
    { field: 'title', code: 'odd', message: 'no odd titles' },
  ];
  const problem = new Problem(422, 'invalid', '', undefined, errors);
  assert.equal(problem.field('tags'), 'A tag has at most 50 characters.');
  assert.equal(problem.field('title'), 'No odd titles.');
  assert.equal(problem.field('description'), undefined);
});

test('makes a problem of any answer', async () => {
  const page = await readProblem(new Response('<html>Bad gateway</html>', { status: 502 }));
  assert.equal(page.code, 'status-502');
  const body = JSON.stringify({ code: 'too-many', detail: 'wait', requestId: 'r1' });
  const limited = await readProblem(new Response(body, { status: 429, headers: { 'Retry-After': '3' } }));
  assert.deepEqual([limited.code, limited.retryAfter, limited.requestId], ['too-many', 3, 'r1']);
});
