import { learnt, words } from '../words';

export interface FieldError {
  field: string;
  code: string;
  message: string;
}

/** A failure of the API (RFC 9457), or of the way to it: then the status is 0. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly requestId: string | undefined = undefined,
    readonly errors: readonly FieldError[] = [],
    /** Seconds. */
    readonly retryAfter: number | undefined = undefined,
    /** What else the answer says, such as the challenge of a second factor. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${status} ${code}: ${detail}`);
  }

  /** What happened, in a sentence for a person. */
  get sentence(): string {
    const known = learnt.problems[this.code] ?? (words.problems as Record<string, string>)[this.code];
    if (known) return known;
    if (this.status === 0) return words.problems.unreachable;
    if (this.status === 429) return words.tryLater(this.retryAfter);
    if (this.status >= 500) return words.problems.internal;
    return this.detail ? asSentence(this.detail) : words.problems.unknown;
  }

  /** What is wrong with a field, if something is. */
  field(name: string): string | undefined {
    const error = this.errors.find(one => one.field === name || one.field.startsWith(`${name}[`));
    if (!error) return undefined;
    const key = `${name}.${error.code}`;
    const known = learnt.fieldProblems[key] ?? (words.fieldProblems as Record<string, string>)[key];
    return known ?? asSentence(error.message);
  }
}

/** The problem in what a call threw; an abort is not one and goes on. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (isAbort(thrown)) throw thrown;
  return new Problem(0, 'unreachable', String(thrown));
}

export function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError';
}

/** The problem document of an answer; any other answer counts by its status. */
export async function readProblem(answer: Response): Promise<Problem> {
  const body = await answer.text().catch(() => '');
  return problemFrom(answer.status, body, name => answer.headers.get(name));
}

/** The same of an answer in its parts. */
export function problemFrom(status: number, body: string, header: (name: string) => string | null): Problem {
  const seconds = Number(header('Retry-After'));
  const retryAfter = Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
  let document: Record<string, unknown> = {};
  try {
    document = JSON.parse(body) ?? {};
  } catch {
    // Something in between answered, not the API.
  }
  return new Problem(
    status,
    text(document.code) ?? `status-${status}`,
    text(document.detail) ?? text(document.title) ?? '',
    text(document.requestId) ?? header('X-Request-Id') ?? undefined,
    Array.isArray(document.errors) ? (document.errors as FieldError[]) : [],
    retryAfter,
    document,
  );
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function asSentence(words: string): string {
  const first = words.charAt(0).toLocaleUpperCase() + words.slice(1);
  return /[.!?…]$/.test(first) ? first : `${first}.`;
}
