import { call, CROSS_SITE } from '../call';
import { Problem, problemFrom } from '../problem';
import { keepAccess } from '../session';
import type { UploadedImage } from './types';

/** Bytes of one image, as the API has it. */
export const IMAGE_BYTES_MAX = 10 * 1024 * 1024;

export const IMAGES_MAX = 4;

export const ALT_MAX = 1_500;

/** Sends an image and tells how far it is, 0 to 1: `fetch` can't tell, an XMLHttpRequest can. */
export async function uploadImage(
  file: Blob,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadedImage> {
  await keepAccess();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/me/images');
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    for (const [name, value] of Object.entries(CROSS_SITE)) request.setRequestHeader(name, value);
    request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => reject(new Problem(0, 'unreachable', 'the upload was interrupted'));
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as UploadedImage);
      else reject(problemFrom(request.status, request.responseText, name => request.getResponseHeader(name)));
    };
    const stop = (): void => request.abort();
    signal.addEventListener('abort', stop);
    request.onloadend = () => signal.removeEventListener('abort', stop);
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    request.send(file);
  });
}

export function describeImage(id: string, alt: string): Promise<void> {
  return call('PATCH', `/me/images/${encodeURIComponent(id)}`, { body: { alt } });
}

export function deleteImage(id: string): Promise<void> {
  return call('DELETE', `/me/images/${encodeURIComponent(id)}`);
}
