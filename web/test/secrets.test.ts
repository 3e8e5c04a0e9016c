import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPage } from '../src/router/paths';
import { takeSecrets } from '../src/router/secrets';

function bar(address: string) {
  const { hash, pathname, search } = new URL(address, 'https://social.example');
  const shown: string[] = [];
  const past = {
    state: { entry: 3 } as unknown,
    replaceState(state: unknown, _title: string, url?: string | URL | null) {
      assert.deepEqual(state, { entry: 3 }, 'the entry of the history stays known');
      shown.push(String(url));
    },
  };
  return { secrets: takeSecrets({ hash, pathname, search }, past), shown };
}

test('takes the token of a link out of the address bar at once', () => {
  const { secrets, shown } = bar('/reset-password?lang=de#token=a-b_c.d');
  assert.equal(secrets.get('token'), 'a-b_c.d');
  assert.deepEqual(shown, ['/reset-password?lang=de']);
});

test('takes tickets and invitations too', () => {
  assert.equal(bar('/welcome#ticket=t').secrets.get('ticket'), 't');
  assert.equal(bar('/register#invite=i').secrets.get('invite'), 'i');
});

test('leaves places in a page alone', () => {
  for (const address of ['/watch/1#main', '/watch/1', '/about#tokens=2']) {
    const { secrets, shown } = bar(address);
    assert.equal([...secrets].length, 0);
    assert.deepEqual(shown, []);
  }
});

test('knows which addresses are pages of the client', () => {
  for (const page of ['/', '/@mira', '/oauth/consent', '/device', '/connected']) assert.ok(isPage(page), page);
  for (const other of ['/api/v1/me', '/oauth2/authorize', '/connect/logout', '/userinfo', '/.well-known/jwks.json']) {
    assert.ok(!isPage(other), other);
  }
});
