import type { Problem } from '../api/problem';
import { isPlayable, type Video, type Visibility } from '../api/types';

export type UploadState =
  | 'queued'
  | 'starting'
  | 'uploading'
  | 'offline'
  | 'paused'
  | 'cancelled'
  | 'failed'
  | 'processing'
  | 'playable'
  | 'ready'
  | 'rejected';

/** A file on its way, from the choice to the finished video. */
export interface UploadItem {
  key: string;
  fileName: string;
  /** Bytes. */
  size: number;
  sent: number;
  /** Bytes per second; 0 while it is not known. */
  speed: number;
  state: UploadState;
  title: string;
  visibility: Visibility;
  /** Absent until the server has made it. */
  video?: Video;
  problem?: Problem;
}

const RUNNING = new Set<UploadState>(['queued', 'starting', 'uploading', 'offline']);

export function isRunning(item: UploadItem): boolean {
  return RUNNING.has(item.state);
}

/** Whether all bytes are at the server. */
export function isSent(item: UploadItem): boolean {
  return ['processing', 'playable', 'ready', 'rejected'].includes(item.state);
}

/** Where an upload stands once its bytes have arrived, by the video's own state. */
export function stateOf(video: Video): UploadState {
  switch (video.state) {
    case 'ready':
      return 'ready';
    case 'failed':
      return 'rejected';
    case 'awaiting-upload':
    case 'processing':
      return isPlayable(video) ? 'playable' : 'processing';
  }
}
