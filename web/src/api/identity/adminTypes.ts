import type { AccountState } from '../types';

/** What administrators see. */

export const ROLES = ['admin', 'moderator', 'creator', 'viewer', 'advertiser', 'service'] as const;
export const ACCOUNT_STATES: readonly AccountState[] = ['active', 'awaiting-approval', 'suspended', 'leaving'];

export interface KnownAccount {
  id: string;
  username: string;
  displayName: string;
  email?: string | null;
  emailVerified?: boolean;
  state: AccountState;
  roles: string[];
  createdAt: string;
  suspension?: { reason: string; until?: string | null } | null;
}

/** Somebody who waits to be let in. */
export interface Approval {
  account: string;
  username: string;
  /** Why the person wants to join. */
  reason: string;
  createdAt: string;
}

export interface Invite {
  id: string;
  /** Only in the answer that made it, as is the link. */
  code?: string;
  link?: string;
  email?: string | null;
  usedBy?: string | null;
  expiresAt?: string | null;
  roles?: string[];
}

export interface SentMessage {
  id: string;
  to: string;
  kind: string;
  subject: string;
  /** Gone once the message was sent or given up. */
  text?: string | null;
  state: 'local' | 'queued' | 'sent' | 'failed';
  createdAt: string;
}

/** One line of the audit trail. */
export interface AuditLine {
  id?: string;
  sequence?: number;
  at: string;
  action: string;
  outcome: string;
  actor?: string | null;
  target?: string | null;
  address?: string | null;
  details?: Record<string, string>;
}
