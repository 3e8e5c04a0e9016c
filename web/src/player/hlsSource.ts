import Hls, { ErrorTypes, Events, type ErrorData, type Level } from 'hls.js';
import { memory } from '../parts/memory';
import { AUTO, type Quality, type Source, type SourceEvents, type SourceRequest } from './source';

/** Answers that mean that the link is no longer good. */
const EXPIRED = new Set([401, 403, 410]);

/** Times that the decoder is started again before giving up. */
const RECOVERIES_MAX = 2;

/** Times, and milliseconds doubling from the first, that loading is begun again after the network failed. */
const RELOADS_MAX = 6;
const RELOAD_FIRST = 500;

/** Bits per second taken for granted at the very first start: a middling home line. */
const BANDWIDTH_GUESS = 4_000_000;

/** What the last video found out about the line. */
const bandwidth = memory<number>('bandwidth');

export function openHls(video: HTMLVideoElement, request: SourceRequest, events: SourceEvents): Source {
  if (!Hls.isSupported()) {
    events.stopped('unsupported');
    return { choose: () => {}, destroy: () => {} };
  }
  const hls = new Hls({
    // Segments are CMAF: there is nothing to repack that would be worth a thread.
    enableWorker: false,
    // Also while it still grows: a video that is being made starts at its beginning.
    startPosition: request.from,
    abrEwmaDefaultEstimate: bandwidth.get() ?? BANDWIDTH_GUESS,
    capLevelToPlayerSize: true,
    startFragPrefetch: true,
    maxBufferLength: 30,
    backBufferLength: 60,
    lowLatencyMode: false,
  });
  let recoveries = 0;
  let reloads = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  hls.on(Events.MANIFEST_PARSED, (_, data) => {
    const qualities = data.levels.map(qualityOf);
    const wanted = qualities.find(quality => quality.height === request.height);
    if (wanted) hls.currentLevel = wanted.index;
    events.qualities(qualities);
  });
  hls.on(Events.LEVEL_SWITCHED, (_, data) => {
    const level = hls.levels[data.level];
    events.shows(level && qualityOf(level, data.level));
  });
  hls.on(Events.FRAG_LOADED, () => {
    reloads = 0;
  });
  hls.on(Events.ERROR, (_, data) => {
    const status = data.response?.code ?? 0;
    if (EXPIRED.has(status)) return stop('expired');
    if (!data.fatal) return;
    if (data.type === ErrorTypes.NETWORK_ERROR) return reload(data, status);
    if (data.type === ErrorTypes.MEDIA_ERROR && recoveries++ < RECOVERIES_MAX) return hls.recoverMediaError();
    stop('media');
  });
  hls.loadSource(request.address);
  hls.attachMedia(video);

  function reload(data: ErrorData, status: number): void {
    if (status === 404) return stop('expired');
    if (reloads >= RELOADS_MAX) return stop('network');
    clearTimeout(waiting);
    waiting = setTimeout(
      () => {
        // Without a manifest there is nothing to go on with.
        if (data.details.startsWith('manifest')) hls.loadSource(request.address);
        else hls.startLoad(video.currentTime || request.from);
      },
      RELOAD_FIRST * 2 ** reloads++,
    );
  }

  function stop(reason: 'expired' | 'network' | 'media'): void {
    hls.stopLoad();
    events.stopped(reason);
  }

  return {
    choose(index) {
      if (index === AUTO) hls.nextLevel = AUTO;
      // At once, even if something is buffered: that is what the person asked for.
      else hls.currentLevel = index;
    },
    destroy() {
      clearTimeout(waiting);
      if (hls.bandwidthEstimate > 0) bandwidth.set(Math.round(hls.bandwidthEstimate));
      hls.destroy();
    },
  };
}

function qualityOf(level: Level, index: number): Quality {
  return { index, height: level.height, width: level.width, bitrate: level.maxBitrate };
}
