import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSafeRedirect, requestIn } from '../src/api/identity/consent';
import { stepAfter } from '../src/api/identity/signIn';
import { Problem } from '../src/api/problem';
import type { Account } from '../src/api/types';
import { queryOf } from '../src/pages/admin/auditQuery';
import { ageOn, isWhole } from '../src/pages/entrance/age';
import { blocksOf } from '../src/pages/policy/blocks';
import { draftOf as clientDraft, formOf, linesOf } from '../src/pages/programs/clientForm';
import { normalCode } from '../src/pages/programs/userCode';
import { changesIn, draftOf } from '../src/pages/settings/profileChanges';
import { sized } from '../src/parts/Avatar';

const MIRA: Account = { id: '1', username: 'mira', displayName: 'Mira', createdAt: '2026-01-01T00:00:00Z' };

function refusal(code: string, members: Record<string, unknown>): Problem {
  return new Problem(401, code, '', undefined, [], undefined, members);
}

test('knows the step that a refusal asks for', () => {
  const second = stepAfter(refusal('mfa-required', { challenge: 'c', methods: ['passkey', 'totp'] }));
  assert.deepEqual(second, { kind: 'second', challenge: 'c', methods: ['passkey', 'totp'] });
  const renewal = stepAfter(refusal('password-change-required', { challenge: 'c' }));
  assert.deepEqual(renewal, { kind: 'new-password', challenge: 'c' });
  assert.throws(() => stepAfter(refusal('wrong-credentials', {})), Problem);
  assert.throws(() => stepAfter(refusal('mfa-required', {})), Problem);
});

test('counts years until the birthday itself', () => {
  assert.equal(ageOn('2026-05-17', '2013-05-17'), 13);
  assert.equal(ageOn('2026-05-16', '2013-05-17'), 12);
  assert.equal(ageOn('2026-02-28', '2012-02-29'), 13);
});

test('takes no half-typed year for a birth date', () => {
  assert.ok(isWhole('2013-05-17'));
  for (const typed of ['', '0002-05-17', '0201-05-17', '20133-05-17']) assert.ok(!isWhole(typed), typed);
});

test('sends only what changed of a profile', () => {
  assert.deepEqual(changesIn(draftOf(MIRA), MIRA), {});
  const draft = draftOf(MIRA);
  Object.assign(draft, { displayName: ' Mira K ', biography: 'a\r\nb', privateAccount: true, language: 'de' });
  assert.deepEqual(changesIn(draft, MIRA), {
    displayName: 'Mira K',
    biography: 'a\nb',
    privateAccount: true,
    language: 'de',
  });
  assert.deepEqual(changesIn({ ...draftOf({ ...MIRA, language: 'de' }), language: '' }, { ...MIRA, language: 'de' }), {
    language: null,
  });
});

test('completes links and leaves empty ones out', () => {
  const links = [
    { name: '', url: '' },
    { name: '', url: 'www.example.org/me' },
    { name: 'Mail', url: 'mailto:mira@example.org' },
  ];
  assert.deepEqual(changesIn({ ...draftOf(MIRA), links }, MIRA).links, [
    { name: 'example.org', url: 'https://www.example.org/me' },
    { name: 'Mail', url: 'mailto:mira@example.org' },
  ]);
});

test('chooses the smallest picture that is large enough', () => {
  const picture = { url: '/o.jpg', sizes: { '256': '/256.jpg', '48': '/48.jpg', '96': '/96.jpg' } };
  assert.equal(sized(picture, 72), '/96.jpg');
  assert.equal(sized(picture, 96), '/96.jpg');
  assert.equal(sized(picture, 1000), '/256.jpg');
  assert.equal(sized({ url: '/o.jpg' }, 72), '/o.jpg');
});

test('reads what a program asks for', () => {
  const request = requestIn(new URLSearchParams('client_id=c&state=s&scope=openid+videos:read'));
  assert.deepEqual(request, { clientId: 'c', state: 's', scopes: ['openid', 'videos:read'] });
  assert.equal(requestIn(new URLSearchParams('client_id=c')), undefined);
  assert.equal(requestIn(new URLSearchParams('client_id=c&state=s&user_code=AB'))?.userCode, 'AB');
});

test('follows a redirect to programs, and never to a script', () => {
  const origin = 'https://social.example';
  for (const good of ['https://app.example/cb?code=1', 'com.example.app:/cb', 'http://127.0.0.1:9/cb', '/device']) {
    assert.ok(isSafeRedirect(good, origin), good);
  }
  for (const bad of ['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'https://']) {
    assert.ok(!isSafeRedirect(bad, origin), bad);
  }
});

test('takes the code of a device however it is typed', () => {
  assert.equal(normalCode('wdjb mjht'), 'WDJB-MJHT');
  assert.equal(normalCode('WDJBMJHT'), 'WDJB-MJHT');
  assert.equal(normalCode('wdjb-mjht'), 'WDJB-MJHT');
});

test('makes a program of a form', () => {
  const lines = linesOf(' https://a.example/cb \n\nhttp://127.0.0.1/cb');
  assert.deepEqual(lines, ['https://a.example/cb', 'http://127.0.0.1/cb']);
  const form = formOf({ ...clientDraft(undefined), name: ' Reader ', redirects: 'https://a.example/cb', device: true });
  assert.equal(form.name, 'Reader');
  assert.deepEqual(form.redirectUris, ['https://a.example/cb']);
  assert.deepEqual(form.grants, ['authorization-code', 'device-code']);
});

test('looks for whole days in the audit trail', () => {
  const fields = new FormData();
  fields.set('action', ' password.change ');
  fields.set('from', '2026-05-04');
  fields.set('to', '2026-05-04');
  const query = queryOf(fields);
  assert.equal(query.action, 'password.change');
  assert.equal(query.actor, undefined);
  assert.equal(Date.parse(query.to ?? '') - Date.parse(query.from ?? ''), 24 * 60 * 60 * 1000);
});

test('reads a policy in blocks', () => {
  assert.deepEqual(blocksOf('# Terms\nBe kind\nto others.\n\n- one\n- two\n  more\n\nEnd.'), [
    { kind: 'heading', text: 'Terms' },
    { kind: 'words', text: 'Be kind to others.' },
    { kind: 'list', items: ['one', 'two more'] },
    { kind: 'words', text: 'End.' },
  ]);
});
