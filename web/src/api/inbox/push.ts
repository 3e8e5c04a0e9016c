import { call } from '../call';

export function readPushKey(): Promise<{ publicKey: string }> {
  return call('GET', '/me/push/key');
}

export function addDevice(device: PushSubscriptionJSON): Promise<void> {
  return call('POST', '/me/push/subscriptions', { body: device });
}

export function removeDevice(endpoint: string): Promise<void> {
  return call('DELETE', '/me/push/subscriptions', { body: { endpoint } });
}
