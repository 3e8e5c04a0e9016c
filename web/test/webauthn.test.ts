import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64urlOf, bytesOf, creationOptions, credentialJson, requestOptions } from '../src/api/identity/webauthn';

test('writes bytes as base64url and reads them again', () => {
  for (let length = 0; length < 8; length++) {
    const bytes = Uint8Array.from({ length }, (_, index) => 255 - index * 37);
    assert.deepEqual(bytesOf(base64urlOf(bytes)), bytes);
    assert.match(base64urlOf(bytes), /^[A-Za-z0-9_-]*$/);
  }
  assert.equal(base64urlOf(Uint8Array.of(251, 255, 254)), '-__-');
  assert.deepEqual(bytesOf('-__-'), Uint8Array.of(251, 255, 254));
});

test('reads options of a new passkey where the browser cannot', () => {
  const options = creationOptions({
    rp: { id: 'social.example', name: 'Social Flow' },
    user: { id: 'AQI', name: 'mira', displayName: 'Mira' },
    challenge: 'AwQ',
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    excludeCredentials: [{ id: 'BQY', type: 'public-key', transports: ['internal'] }],
  });
  assert.deepEqual(options.challenge, Uint8Array.of(3, 4));
  assert.deepEqual(options.user.id, Uint8Array.of(1, 2));
  assert.equal(options.user.displayName, 'Mira');
  assert.deepEqual(options.excludeCredentials?.[0]?.id, Uint8Array.of(5, 6));
  assert.deepEqual(options.excludeCredentials?.[0]?.transports, ['internal']);
});

test('reads options of a sign-in, with and without known passkeys', () => {
  assert.deepEqual(requestOptions({ challenge: 'AwQ', rpId: 'social.example' }).allowCredentials, []);
  const options = requestOptions({ challenge: 'AwQ', allowCredentials: [{ id: 'BQY', type: 'public-key' }] });
  assert.deepEqual(options.allowCredentials?.[0]?.id, Uint8Array.of(5, 6));
});

test('writes what a passkey answers where the browser cannot', () => {
  const buffer = (...bytes: number[]): ArrayBuffer => Uint8Array.from(bytes).buffer;
  const credential = {
    id: 'BQY',
    rawId: buffer(5, 6),
    type: 'public-key',
    authenticatorAttachment: 'platform',
    getClientExtensionResults: () => ({}),
    response: {
      clientDataJSON: buffer(1),
      authenticatorData: buffer(2),
      signature: buffer(3),
      userHandle: null,
    },
  } as unknown as PublicKeyCredential;
  assert.deepEqual(credentialJson(credential), {
    id: 'BQY',
    rawId: 'BQY',
    type: 'public-key',
    authenticatorAttachment: 'platform',
    clientExtensionResults: {},
    response: { clientDataJSON: 'AQ', authenticatorData: 'Ag', signature: 'Aw' },
  });
});
