import { Upload, type DetailedError } from 'tus-js-client';
import { CROSS_SITE, newKey } from '../api/call';
import { Problem } from '../api/problem';
import { keepAccess, mayRenew, renew } from '../api/session';

/**
 * Bytes in one request. Proxies limit what they let through at once, commonly to 100 MB; beyond some megabytes larger
 * ones are not faster.
 */
const CHUNK = 64 * 1024 * 1024;

/** Milliseconds before each new try; together some minutes. Progress begins them anew. */
const RETRIES = [300, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000, 60_000, 60_000];

/** Answers after which the same request may succeed. */
const PASSING = new Set([0, 401, 408, 409, 423, 425, 429, 460]);

export interface TransferEvents {
  named: (url: string) => void;
  progressed: (sent: number) => void;
  /** Something failed; it is tried again by itself. */
  interrupted: () => unknown;
  finished: () => void;
  failed: (problem: Problem) => void;
}

/** The way of one file to the server, by tus: it can stop anywhere and go on there. */
export class Transfer {
  private readonly upload: Upload;
  private readonly key = newKey();
  private refused = false;

  constructor(file: File, videoId: string, url: string | undefined, events: TransferEvents) {
    this.upload = new Upload(file, {
      endpoint: '/api/v1/uploads',
      uploadUrl: url ?? null,
      metadata: { video: videoId, filename: file.name, filetype: file.type },
      chunkSize: CHUNK,
      retryDelays: RETRIES,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => {
        if (this.upload.url) events.named(this.upload.url);
      },
      onBeforeRequest: async request => {
        if (this.refused) await renew();
        else await keepAccess();
        for (const [name, value] of Object.entries(CROSS_SITE)) request.setHeader(name, value);
        if (request.getMethod() === 'POST') request.setHeader('Idempotency-Key', this.key);
      },
      onProgress: sent => {
        this.refused = false;
        events.progressed(sent);
      },
      onShouldRetry: error => {
        const again = this.worthRetrying((error as DetailedError).originalResponse?.getStatus() ?? 0);
        if (again) events.interrupted();
        return again;
      },
      onSuccess: () => events.finished(),
      onError: error => events.failed(problemIn(error)),
    });
  }

  start(): void {
    this.upload.start();
  }

  async pause(): Promise<void> {
    await this.upload.abort();
  }

  /** Stops and lets the server throw away what it has. */
  async discard(): Promise<void> {
    await this.upload.abort(this.upload.url !== null);
  }

  private worthRetrying(status: number): boolean {
    if (status === 401) {
      const again = mayRenew() && !this.refused;
      this.refused = true;
      return again;
    }
    return PASSING.has(status) || (status >= 500 && status !== 507);
  }
}

function problemIn(error: Error): Problem {
  const answer = (error as Partial<DetailedError>).originalResponse;
  if (!answer) return new Problem(0, 'unreachable', error.message);
  let document: { code?: string; detail?: string; requestId?: string } = {};
  try {
    document = JSON.parse(answer.getBody()) ?? {};
  } catch {
    // A HEAD has no body, and a proxy's page is no problem document.
  }
  const requestId = document.requestId ?? answer.getHeader('X-Request-Id');
  const status = answer.getStatus();
  return new Problem(status, document.code ?? `status-${status}`, document.detail ?? '', requestId);
}
