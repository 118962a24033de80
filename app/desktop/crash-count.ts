const MINUTE = 60_000;

/** Counts how often something ended by itself, so that it is not started again for ever. */
export class CrashCount {
  private times: number[] = [];

  /** `most` within a minute are too many. */
  constructor(
    private readonly most: number,
    private readonly now: () => number,
  ) {}

  /** Notes one more; false: it was one too many. */
  mayRestart(): boolean {
    this.times = [...this.times.filter((at) => this.now() - at < MINUTE), this.now()];
    return this.times.length < this.most;
  }
}
