import type { proof as english } from '../en/proof';

export const proof: typeof english = {
  title: 'Bestätige, dass du es bist',
  hint: 'Das ändert, wie dein Konto geschützt ist. Deshalb fragen wir noch einmal; danach geht es von selbst weiter.',
  noWay: 'Dieses Konto hat hier weder Passwort noch Passkey. Melde dich ab und neu an und versuch es dann noch einmal.',
  usePasskey: 'Passkey verwenden',
  code: 'Code',
  codeHint: 'Aus deiner Authenticator-App, oder ein Wiederherstellungscode',
  confirm: 'Bestätigen',
  ways: {
    password: 'Stattdessen das Passwort eingeben',
    code: 'Stattdessen einen Code eingeben',
    passkey: 'Stattdessen einen Passkey verwenden',
  },
  problems: {
    'reauthentication-required': 'Dafür musst du bestätigen, dass du es bist. Es wurde nichts geändert.',
    'wrong-proof': 'Das stimmt nicht. Versuch es noch einmal.',
    'wrong-code': 'Dieser Code stimmt nicht oder wurde schon benutzt. Warte auf den nächsten.',
    'passkey-cancelled': 'Es wurde kein Passkey verwendet. Versuch es noch einmal oder nimm einen anderen Weg.',
    'passkey-not-here': 'Passkeys funktionieren unter dieser Adresse nicht.',
    'passkey-exists': 'Dieses Gerät hat schon einen Passkey für dieses Konto.',
    'passkey-refused': 'Dieser Passkey ist hier nicht bekannt oder nicht zu prüfen. Versuch es noch einmal.',
    'passkey-taken': 'Dieser Passkey wird schon benutzt.',
    'session-over': 'Du wurdest inzwischen abgemeldet. Melde dich neu an.',
  },
};
