import { Problem } from '../problem';

/** Options as the API writes them: bytes are base64url (WebAuthn level 3, "…OptionsJSON"). */
export type CreationJson = Record<string, unknown>;
export type RequestJson = Record<string, unknown>;

type Credential = PublicKeyCredential;

/** What newer browsers have besides; older ones get the same from below. */
interface NewerClass {
  parseCreationOptionsFromJSON?: (json: CreationJson) => PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON?: (json: RequestJson) => PublicKeyCredentialRequestOptions;
  isConditionalMediationAvailable?: () => Promise<boolean>;
}

interface Described {
  id: string;
}

export function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(text, character => character.charCodeAt(0));
}

export function base64urlOf(bytes: ArrayBuffer | Uint8Array): string {
  let text = '';
  for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Passkeys need a secure page, which the loopback address is too. */
export function passkeysWork(): boolean {
  return typeof PublicKeyCredential === 'function' && navigator.credentials !== undefined;
}

/** Whether the browser offers passkeys where it fills in a name. */
export async function passkeysFillIn(): Promise<boolean> {
  return passkeysWork() && ((await newer().isConditionalMediationAvailable?.()) ?? false);
}

/** Makes a passkey; its JSON is what the API takes. */
export async function makePasskey(options: CreationJson): Promise<unknown> {
  const publicKey = newer().parseCreationOptionsFromJSON?.(options) ?? creationOptions(options);
  return answered(() => navigator.credentials.create({ publicKey }));
}

export interface Asking {
  signal?: AbortSignal;
  /** Offers passkeys where a name is filled in, instead of asking at once. */
  quietly?: boolean;
}

/** Asks for a passkey that is there already. */
export async function usePasskey(options: RequestJson, { signal, quietly }: Asking = {}): Promise<unknown> {
  const publicKey = newer().parseRequestOptionsFromJSON?.(options) ?? requestOptions(options);
  return answered(() =>
    navigator.credentials.get({
      publicKey,
      ...(signal && { signal }),
      ...(quietly && { mediation: 'conditional' as const }),
    }),
  );
}

export function creationOptions(json: CreationJson): PublicKeyCredentialCreationOptions {
  const user = json.user as Record<string, string>;
  return {
    ...json,
    challenge: bytesOf(json.challenge as string),
    user: { ...user, id: bytesOf(user.id ?? '') },
    excludeCredentials: described(json.excludeCredentials),
  } as unknown as PublicKeyCredentialCreationOptions;
}

export function requestOptions(json: RequestJson): PublicKeyCredentialRequestOptions {
  return {
    ...json,
    challenge: bytesOf(json.challenge as string),
    allowCredentials: described(json.allowCredentials),
  } as unknown as PublicKeyCredentialRequestOptions;
}

/** RegistrationResponseJSON or AuthenticationResponseJSON. */
export function credentialJson(credential: Credential): unknown {
  if (typeof credential.toJSON === 'function') return credential.toJSON();
  const response = credential.response as Partial<AuthenticatorAttestationResponse & AuthenticatorAssertionResponse>;
  const encoded: Record<string, unknown> = {};
  for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'] as const) {
    const bytes = response[part];
    if (bytes) encoded[part] = base64urlOf(bytes);
  }
  if (response.getTransports) encoded.transports = response.getTransports();
  return {
    id: credential.id,
    rawId: base64urlOf(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: encoded,
  };
}

function described(list: unknown): unknown[] {
  return ((list as Described[] | undefined) ?? []).map(one => ({ ...one, id: bytesOf(one.id) }));
}

function newer(): NewerClass {
  return PublicKeyCredential as unknown as NewerClass;
}

async function answered(ask: () => Promise<globalThis.Credential | null>): Promise<unknown> {
  try {
    const credential = await ask();
    if (!credential) throw new Problem(0, 'passkey-cancelled', 'no passkey was chosen');
    return credentialJson(credential as Credential);
  } catch (thrown) {
    throw problemOfBrowser(thrown);
  }
}

/** What browsers throw, as a problem; only an abort of ours goes on as it is. */
function problemOfBrowser(thrown: unknown): unknown {
  if (thrown instanceof Problem || !(thrown instanceof DOMException) || thrown.name === 'AbortError') return thrown;
  const codes: Record<string, string> = {
    InvalidStateError: 'passkey-exists',
    SecurityError: 'passkey-not-here',
    NotSupportedError: 'passkey-not-here',
  };
  return new Problem(0, codes[thrown.name] ?? 'passkey-cancelled', thrown.message);
}
