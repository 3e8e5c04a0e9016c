import { memory } from '../parts/memory';

/** An upload that this browser began: enough to go on with it when the same file is chosen again. */
export interface Unfinished {
  videoId: string;
  /** Whose it is: people may share a browser. */
  account: string;
  title: string;
  /** The tus upload; absent before the server has named it. */
  url?: string;
  file: FileMark;
  startedAt: number;
}

/** What a file is recognised by, without reading it. */
export interface FileMark {
  name: string;
  size: number;
  lastModified: number;
}

/** The server keeps what it has for a day or so; its answer decides, this only tidies up. */
const KEPT_MILLIS = 7 * 24 * 3_600_000;
const KEPT_MAX = 100;

const stored = memory<Unfinished[]>('uploads');

export function unfinishedOf(account: string): Unfinished[] {
  return all().filter(one => one.account === account);
}

export function keepUnfinished(upload: Unfinished): void {
  stored.set([...all().filter(one => one.videoId !== upload.videoId), upload].slice(-KEPT_MAX));
}

export function forgetUnfinished(videoId: string): void {
  stored.set(all().filter(one => one.videoId !== videoId));
}

export function isSameFile(mark: FileMark, file: FileMark): boolean {
  return mark.name === file.name && mark.size === file.size && mark.lastModified === file.lastModified;
}

export function markOf(file: File): FileMark {
  return { name: file.name, size: file.size, lastModified: file.lastModified };
}

function all(): Unfinished[] {
  const now = Date.now();
  return (stored.get() ?? []).filter(one => now - one.startedAt < KEPT_MILLIS);
}
