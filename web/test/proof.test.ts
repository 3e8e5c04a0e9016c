import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proveBy, withProof } from '../src/api/proof';

const REFUSED = (): Response =>
  new Response(JSON.stringify({ code: 'reauthentication-required' }), { status: 403 });
const FORBIDDEN = (): Response => new Response(JSON.stringify({ code: 'forbidden' }), { status: 403 });

function sender(...answers: Response[]) {
  const calls: boolean[] = [];
  const send = async (again: boolean): Promise<Response> => {
    calls.push(again);
    return answers[calls.length - 1] ?? new Response(null, { status: 500 });
  };
  return { calls, send };
}

test('asks who it is and sends again when the server wants to know', async () => {
  let asked = 0;
  proveBy(async () => (asked++, true));
  const { calls, send } = sender(REFUSED(), new Response('{}', { status: 200 }));
  assert.equal((await withProof(send)).status, 200);
  assert.deepEqual(calls, [false, true]);
  assert.equal(asked, 1);
});

test('gives the refusal back when the person would rather not, still readable', async () => {
  proveBy(async () => false);
  const { calls, send } = sender(REFUSED());
  const answer = await withProof(send);
  assert.equal(answer.status, 403);
  assert.equal(((await answer.json()) as { code: string }).code, 'reauthentication-required');
  assert.equal(calls.length, 1);
});

test('asks nobody about other refusals', async () => {
  proveBy(() => assert.fail('asked'));
  const { calls, send } = sender(FORBIDDEN());
  assert.equal((await withProof(send)).status, 403);
  assert.equal(calls.length, 1);
});

test('asks once for requests that are refused together, and again later', async () => {
  let asked = 0;
  proveBy(async () => {
    asked++;
    await new Promise(resolve => setTimeout(resolve, 5));
    return true;
  });
  const ok = (): Response => new Response(null, { status: 204 });
  await Promise.all([withProof(sender(REFUSED(), ok()).send), withProof(sender(REFUSED(), ok()).send)]);
  assert.equal(asked, 1);
  await withProof(sender(REFUSED(), ok()).send);
  assert.equal(asked, 2);
});

test('does not ask in a circle when the proof was not enough', async () => {
  let asked = 0;
  proveBy(async () => (asked++, true));
  const { calls, send } = sender(REFUSED(), REFUSED());
  assert.equal((await withProof(send)).status, 403);
  assert.equal(asked, 1);
  assert.equal(calls.length, 2);
});
