import { call, newKey } from '../../api/call';

export type ShareWay = 'link' | 'embed' | 'device';

/** One for each visit to the client: by it a share that is told again is known as the same. */
const session = newKey();

/** Tells that the video was handed on. What is not heard is not worth disturbing anybody for. */
export async function tellShare(video: string, way: ShareWay): Promise<void> {
  try {
    await call('POST', `/videos/${encodeURIComponent(video)}/shares`, { body: { session, way } });
  } catch {
    // Not counted, then.
  }
}
