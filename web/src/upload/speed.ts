/** Milliseconds: long enough to be calm, short enough to follow the connection. */
const WINDOW = 6_000;

interface Sample {
  at: number;
  sent: number;
}

/** Measures bytes per second over the last seconds. */
export class Speed {
  private samples: Sample[] = [];

  note(sent: number, at: number): void {
    const last = this.samples.at(-1);
    if (last && sent < last.sent) this.samples = [];
    this.samples.push({ at, sent });
    while (this.samples.length > 2 && at - (this.samples[0]?.at ?? at) > WINDOW) this.samples.shift();
  }

  /** Bytes per second; 0 while it is not known. */
  get perSecond(): number {
    const first = this.samples[0];
    const last = this.samples.at(-1);
    if (!first || !last || last.at - first.at < 500) return 0;
    return ((last.sent - first.sent) * 1000) / (last.at - first.at);
  }

  restart(): void {
    this.samples = [];
  }
}
