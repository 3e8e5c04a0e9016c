/** What is asked before something sensitive. */
export const proof = {
  title: 'Confirm that it is you',
  hint: 'This changes how your account is protected, so we ask again. Then it goes on by itself.',
  noWay: 'This account has neither a password nor a passkey here. Sign out and in again, then repeat it.',
  usePasskey: 'Use a passkey',
  code: 'Code',
  codeHint: 'From your authenticator app, or a recovery code',
  confirm: 'Confirm',
  ways: {
    password: 'Use the password instead',
    code: 'Use a code instead',
    passkey: 'Use a passkey instead',
  },
  problems: {
    'reauthentication-required': 'This needs a confirmation that it is you. Nothing was changed.',
    'wrong-proof': 'That is not right. Try again.',
    'wrong-code': 'This code is not right, or it was used already. Wait for the next one.',
    'passkey-cancelled': 'No passkey was used. Try again, or choose another way.',
    'passkey-not-here': 'Passkeys do not work at this address.',
    'passkey-exists': 'This device has a passkey for this account already.',
    'passkey-refused': 'This passkey is not known here, or could not be verified. Try again.',
    'passkey-taken': 'This passkey is in use already.',
    'session-over': 'You were signed out meanwhile. Sign in again.',
  },
};
