import { newKey } from '../api/call';
import { followVideo } from '../api/follow';
import { Problem, problemOf } from '../api/problem';
import { session } from '../api/session';
import type { Video, Visibility } from '../api/types';
import { createVideo, deleteVideo, editVideo, getVideo } from '../api/videos';
import { createStore } from '../parts/store';
import { words } from '../words';
import { titleOf } from './files';
import { isRunning, stateOf, type UploadItem } from './item';
import { Speed } from './speed';
import { uploadStatus } from './status';
import type { Transfer } from './transfer';
import { forgetUnfinished, keepUnfinished, markOf, type Unfinished } from './unfinished';

/** Files that are sent at once: one fills a slow line, two fill the pause between two files. */
const AT_ONCE = 2;

/** The uploads of this tab. They go on whatever page is shown. */
export const uploads = createStore<readonly UploadItem[]>([]);

interface Work {
  file: File;
  key: string;
  speed: Speed;
  url?: string;
  transfer?: Transfer;
  stopFollowing?: () => void;
}

const works = new Map<string, Work>();

/** Takes a file; it is sent when its turn comes. */
export function addUpload(file: File, visibility: Visibility): void {
  begin(file, { title: titleOf(file.name, words.draftTitle), visibility });
}

/** Goes on with an upload that another page began. */
export async function continueUpload(file: File, unfinished: Unfinished): Promise<void> {
  const video = await getVideo(unfinished.videoId);
  const key = begin(file, { title: video.title, visibility: video.visibility, video }, unfinished.url);
  if (video.state !== 'awaiting-upload') arrived(key, video);
}

export function pauseUpload(key: string): void {
  void works.get(key)?.transfer?.pause();
  change(key, { state: 'paused', speed: 0 });
  next();
}

export function resumeUpload(key: string): void {
  works.get(key)?.speed.restart();
  change(key, { state: 'queued' }, 'problem');
  next();
}

/** Stops an upload and takes it off the list; it can be undone until `discardUpload`. */
export function cancelUpload(key: string): void {
  void works.get(key)?.transfer?.pause();
  change(key, { state: 'cancelled', speed: 0 });
  next();
}

/** Lets the server forget the bytes and the video of a cancelled upload. */
export async function discardUpload(key: string): Promise<void> {
  const item = find(key);
  if (item?.state !== 'cancelled') return;
  const transfer = works.get(key)?.transfer;
  remove(key);
  if (!item.video) return;
  forgetUnfinished(item.video.id);
  await transfer?.discard().catch(() => {});
  await discardVideo(item.video.id);
}

/** Deletes a video that may be gone already. */
export async function discardVideo(id: string): Promise<void> {
  await deleteVideo(id).catch(thrown => {
    if (!(thrown instanceof Problem && thrown.status === 404)) throw thrown;
  });
}

/** Takes a finished upload off the list. */
export function dismissUpload(key: string): void {
  remove(key);
}

/** Changes what is said of the video: at once here, and at the server as soon as it knows the video. */
export async function describeUpload(key: string, changes: { title?: string; visibility?: Visibility }): Promise<void> {
  const before = find(key);
  change(key, changes);
  if (!before?.video) return;
  const video = await editVideo(before.video.id, changes);
  change(key, { video });
}

function begin(file: File, known: Pick<UploadItem, 'title' | 'visibility'> & { video?: Video }, url?: string): string {
  const key = newKey();
  works.set(key, { file, key: newKey(), speed: new Speed(), ...(url && { url }) });
  const item: UploadItem = { key, fileName: file.name, size: file.size, sent: 0, speed: 0, state: 'queued', ...known };
  uploads.update(items => [...items, item]);
  next();
  return key;
}

/** Starts whoever's turn it is. */
function next(): void {
  const busy = uploads.get().filter(item => isRunning(item) && item.state !== 'queued').length;
  uploads
    .get()
    .filter(item => item.state === 'queued')
    .slice(0, Math.max(0, AT_ONCE - busy))
    .forEach(item => void start(item.key));
}

async function start(key: string): Promise<void> {
  const work = works.get(key);
  if (!work) return;
  change(key, { state: 'starting' });
  try {
    const video = await videoOf(key, work);
    const { Transfer } = await import('./transfer');
    const item = find(key);
    if (!item) return await abandon(video);
    // It may have been paused meanwhile.
    if (item.state !== 'starting') return;
    work.transfer = new Transfer(work.file, video.id, work.url, {
      named: url => {
        work.url = url;
        keep(video, work, url);
      },
      progressed: sent => progressed(key, work, sent),
      interrupted: () => isUnderWay(key) && change(key, { state: 'offline', speed: 0 }),
      finished: () => arrived(key, video),
      failed: problem => {
        if (isUnderWay(key)) stopped(key, problem);
      },
    });
    work.transfer.start();
  } catch (thrown) {
    stopped(key, problemOf(thrown));
  }
}

/** The upload was discarded before its video was there. */
async function abandon(video: Video): Promise<void> {
  forgetUnfinished(video.id);
  await discardVideo(video.id);
}

async function videoOf(key: string, work: Work): Promise<Video> {
  const item = find(key);
  if (item?.video) return item.video;
  const { title, visibility } = item ?? { title: work.file.name, visibility: 'private' as const };
  const video = await createVideo({ title, visibility }, work.key);
  keep(video, work);
  const now = find(key);
  change(key, { video });
  // What was written while the server made the video.
  if (now && (now.title !== title || now.visibility !== visibility)) {
    await describeUpload(key, { title: now.title, visibility: now.visibility });
  }
  return video;
}

function keep(video: Video, work: Work, url?: string): void {
  const now = session.get();
  if (now.state !== 'in') return;
  const upload = { videoId: video.id, account: now.account.id, title: video.title, file: markOf(work.file) };
  keepUnfinished({ ...upload, startedAt: Date.now(), ...(url && { url }) });
}

function progressed(key: string, work: Work, sent: number): void {
  if (!isUnderWay(key)) return;
  work.speed.note(sent, performance.now());
  change(key, { sent, speed: work.speed.perSecond, state: 'uploading' });
}

function stopped(key: string, problem: Problem): void {
  change(key, { state: problem.status === 0 && !navigator.onLine ? 'offline' : 'failed', problem, speed: 0 });
  next();
}

/** All bytes are there: what follows is the server's work. */
function arrived(key: string, video: Video): void {
  const work = works.get(key);
  const item = find(key);
  if (!work || !item) return;
  forgetUnfinished(video.id);
  change(key, { sent: item.size, state: 'processing', speed: 0 });
  work.stopFollowing = followVideo(
    video.id,
    seen => change(key, { video: seen, state: stateOf(seen) }),
    () => remove(key),
  );
  next();
}

/** Not paused, nor cancelled. */
function isUnderWay(key: string): boolean {
  const item = find(key);
  return item !== undefined && isRunning(item);
}

function find(key: string): UploadItem | undefined {
  return uploads.get().find(item => item.key === key);
}

function change(key: string, changes: Partial<UploadItem>, without?: keyof UploadItem): void {
  uploads.update(items =>
    items.map(item => {
      if (item.key !== key) return item;
      const changed = { ...item, ...changes };
      if (without) delete changed[without];
      return changed;
    }),
  );
}

function remove(key: string): void {
  const work = works.get(key);
  works.delete(key);
  work?.stopFollowing?.();
  void work?.transfer?.pause();
  uploads.update(items => items.filter(item => item.key !== key));
  next();
}

uploads.subscribe(items => {
  const running = items.filter(isRunning);
  const total = running.reduce((sum, item) => sum + item.size, 0);
  const sent = running.reduce((sum, item) => sum + item.sent, 0);
  uploadStatus.set({ running: running.length, share: total > 0 ? sent / total : 0 });
});

addEventListener('online', () => {
  for (const item of uploads.get()) {
    if (item.state === 'offline' && item.problem) resumeUpload(item.key);
  }
});

addEventListener('beforeunload', event => {
  if (uploads.get().some(isRunning)) event.preventDefault();
});
