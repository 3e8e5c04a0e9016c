import { call } from '../call';
import type { EmailStatus } from './types';

/** Email addresses and passwords: proving, changing, and getting back in. */

export async function sendVerificationAgain(): Promise<void> {
  await call('POST', '/me/email/verification');
}

export function verifyEmail(token: string): Promise<{ email: string }> {
  return call('POST', '/email-verifications', { body: { token }, proves: true });
}

export function readEmail(): Promise<EmailStatus> {
  return call('GET', '/me/email');
}

export function changeEmail(email: string): Promise<Pick<EmailStatus, 'pending'>> {
  return call('PUT', '/me/email', { body: { email } });
}

export async function forgetEmailChange(): Promise<void> {
  await call('DELETE', '/me/email/change');
}

export function confirmEmailChange(token: string): Promise<{ state: 'half-confirmed' | 'changed' }> {
  return call('POST', '/email-changes', { body: { token }, proves: true });
}

export async function askForReset(login: string): Promise<void> {
  await call('POST', '/password-resets', { body: { login }, proves: true });
}

export async function resetPassword(token: string, password: string): Promise<void> {
  await call('POST', '/password-resets/completion', { body: { token, password }, proves: true });
}

export async function changePassword(current: string, password: string): Promise<void> {
  await call('PUT', '/me/password', { body: { ...(current && { current }), password }, proves: true });
}
