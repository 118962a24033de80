/** What the operator asks of a run under way. Each takes effect after the order being sent is answered. */
export class RunControl {
  #paused = false;
  #stopped = false;
  readonly #stop = new AbortController();
  #wake: (() => void)[] = [];

  get paused(): boolean {
    return this.#paused;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Ends waits (backoff, rate limit) when the run is stopped; never an order that was sent. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  pause(): void {
    if (!this.#stopped) this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.#release();
  }

  stop(): void {
    this.#stopped = true;
    this.#paused = false;
    this.#stop.abort();
    this.#release();
  }

  /** Resolves when the run may go on: at once, or when it is resumed or stopped. */
  untilResumed(): Promise<void> {
    if (!this.#paused) return Promise.resolve();
    return new Promise((resolve) => {
      this.#wake.push(resolve);
    });
  }

  #release(): void {
    const waiting = this.#wake;
    this.#wake = [];
    for (const wake of waiting) wake();
  }
}
