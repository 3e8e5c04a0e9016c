import { CROSS_SITE } from '../../api/call';
import { keepAccess } from '../../api/session';
import type { Sent, Way } from './outbox';

/** Answers after which the same beacon may be taken: the server is busy, or away. */
const PASSING = new Set([408, 425, 429]);

/**
 * Sends what was watched of one video; `now` is the session's clock in seconds. A browser whose owner wants no traces
 * (Global Privacy Control) says so itself with each request, and the server leaves out whose view it is.
 */
export function wayOf(video: string, now: () => number): Way {
  return wayTo(`/api/v1/videos/${encodeURIComponent(video)}/views`, beacons => {
    // The server knows when it arrives: the difference of these two says how long ago it happened.
    const sentSeconds = Math.round(now() * 1000) / 1000;
    return { beacons: beacons.map(one => ({ ...one, sentSeconds })) };
  });
}

/** Posts what is told, as the body that it makes at the time. */
export function wayTo<T>(address: string, body: (told: readonly T[]) => unknown): Way<T> {
  return {
    async send(told): Promise<Sent> {
      // Without a session that lasts it is told all the same.
      await keepAccess().catch(() => {});
      const answer = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...CROSS_SITE },
        body: JSON.stringify(body(told)),
        credentials: 'same-origin',
        keepalive: true,
      });
      if (answer.ok) return 'taken';
      if (answer.status < 500 && !PASSING.has(answer.status)) return 'refused';
      return { again: Number(answer.headers.get('Retry-After')) || undefined };
    },
    leave(told) {
      const text = new Blob([JSON.stringify(body(told))], { type: 'text/plain' });
      return navigator.sendBeacon?.(address, text) ?? false;
    },
  };
}
