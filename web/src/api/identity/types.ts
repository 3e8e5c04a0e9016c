/** The shapes of identity in the API: see /api/docs of a running program. */

export type RegistrationMode = 'open' | 'approval' | 'invite' | 'closed';

export const REGISTRATION_MODES: readonly RegistrationMode[] = ['open', 'approval', 'invite', 'closed'];

export interface RegistrationRules {
  mode: RegistrationMode;
  /** Years. */
  minimumAge: number;
  passwordMin: number;
  passwordMax: number;
  providers: { id: string; name: string }[];
  policies: { purpose: string; version: string; url: string }[];
}

/** A passkey's answer, with the ceremony that it belongs to. */
export interface PasskeyAnswer {
  ceremony: string;
  credential: unknown;
}

export interface PasskeyQuestion {
  ceremony: string;
  publicKey: Record<string, unknown>;
}

export interface NewAccount {
  username: string;
  email: string;
  password?: string;
  passkey?: PasskeyAnswer;
  birthDate: string;
  displayName?: string;
  locale?: string;
  invite?: string;
  reason?: string;
}

export interface EmailStatus {
  email: string;
  verified: boolean;
  pending?: { email: string; confirmedOld: boolean; confirmedNew: boolean; expiresAt: string } | null;
}

export type Method = 'totp' | 'recovery-code' | 'passkey';

export interface SecurityStatus {
  password: { changedAt: string } | null;
  totp: { since: string } | null;
  recoveryCodes: { left: number } | null;
  passkeys: Passkey[];
}

export interface Passkey {
  id: string;
  name: string;
  createdAt: string;
  lastUsedAt?: string | null;
  /** Whether its maker keeps a copy, so that a lost device does not lose it. */
  backedUp: boolean;
}

export interface DeviceSession {
  id: string;
  current: boolean;
  device: { name: string; kind: 'desktop' | 'phone' | 'tablet' | 'program' | 'unknown' };
  address?: string | null;
  createdAt: string;
  lastUsedAt: string;
  methods?: string[];
}

/** The identity of a person with another provider. */
export interface OtherIdentity {
  id: string;
  provider: string;
  /** As people know it. */
  providerName?: string;
  /** What the person is called there. */
  name: string;
  createdAt: string;
}

export interface TotpSetUp {
  secret: string;
  uri: string;
  /** A data: address of a picture. */
  qr: string;
}

export interface Scope {
  name: string;
  description: string;
  /** Given to this program before. */
  granted?: boolean;
}

export interface ConsentQuestion {
  client: { id: string; name: string; website?: string | null; logo?: string | null };
  scopes: Scope[];
}

export interface Client {
  id: string;
  name: string;
  redirectUris: string[];
  website?: string | null;
  confidential: boolean;
  grants?: string[];
  dpop?: boolean;
  createdAt?: string;
  /** Only in the answer that made it. */
  secret?: string;
}

export type ClientForm = Pick<Client, 'name' | 'redirectUris' | 'confidential'> & {
  website?: string | null;
  grants?: string[];
  dpop?: boolean;
};

export interface Grant {
  id: string;
  client: { id: string; name: string; website?: string | null; logo?: string | null };
  scopes: string[];
  grantedAt?: string;
  lastUsedAt?: string | null;
}

export interface AccessToken {
  id: string;
  name: string;
  scopes: string[];
  createdAt?: string;
  expiresAt?: string | null;
  lastUsedAt?: string | null;
  /** Only in the answer that made it. */
  token?: string;
}

export interface Export {
  id: string;
  state: 'waiting' | 'running' | 'ready' | 'failed' | 'expired';
  /** 0 to 1. */
  progress: number;
  createdAt: string;
  expiresAt?: string | null;
  bytes?: number | null;
}

export interface Consent {
  purpose: string;
  granted: boolean;
  version: string;
  at?: string | null;
  source?: 'form' | 'gpc' | 'default';
}

export interface Policy {
  purpose: string;
  version: string;
  title: string;
  text: string;
}
