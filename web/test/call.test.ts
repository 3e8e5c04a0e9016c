import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { call } from '../src/api/call';
import { proveBy } from '../src/api/proof';

interface Sent {
  path: string;
  headers: Record<string, string>;
}

const real = globalThis.fetch;
let sent: Sent[] = [];

function answers(...list: Response[]): void {
  sent = [];
  globalThis.fetch = (async (path: string, request: RequestInit) => {
    sent.push({ path, headers: request.headers as Record<string, string> });
    return list[sent.length - 1] ?? new Response(null, { status: 500 });
  }) as typeof fetch;
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}

afterEach(() => {
  globalThis.fetch = real;
});

test('sends a refused call again after a proof, under another idempotency key', async () => {
  proveBy(async () => true);
  answers(json({ code: 'reauthentication-required' }, 403), json({ id: '1' }, 201));
  assert.deepEqual(await call('POST', '/me/access-tokens', { body: {}, idempotencyKey: 'first' }), { id: '1' });
  assert.equal(sent[0]?.headers['Idempotency-Key'], 'first');
  assert.notEqual(sent[1]?.headers['Idempotency-Key'], 'first');
  assert.ok(sent[1]?.headers['Idempotency-Key']);
});

test('tells the refusal when there is no proof', async () => {
  proveBy(async () => false);
  answers(json({ code: 'reauthentication-required' }, 403));
  await assert.rejects(call('DELETE', '/me/totp'), { code: 'reauthentication-required' });
  assert.equal(sent.length, 1);
});

test('reads text as text, and nothing as nothing', async () => {
  answers(new Response('socialflow\n12\n', { headers: { 'Content-Type': 'text/plain;charset=UTF-8' } }));
  assert.equal(await call('GET', '/admin/audit/checkpoint'), 'socialflow\n12\n');
  answers(new Response(null, { status: 204 }));
  assert.equal(await call('DELETE', '/me/totp'), undefined);
});

test('keeps what else a problem says', async () => {
  answers(json({ code: 'mfa-required', challenge: 'c', methods: ['totp'] }, 401));
  await assert.rejects(call('POST', '/sessions', { body: {}, proves: true }), problem => {
    assert.equal((problem as { members: { challenge: string } }).members.challenge, 'c');
    return true;
  });
});
