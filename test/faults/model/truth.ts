/**
 * What is so simple about the promises: an address is free, made, or in doubt, and only a free one may be sent to.
 * Doubt ends by a lookup or by a person, never by itself.
 */
export class Truth {
  readonly #state = new Map<string, 'free' | 'doubt' | 'made'>();
  readonly violations: string[] = [];

  /** An order is about to leave for this address. */
  sending(url: string): void {
    const state = this.#state.get(url) ?? 'free';
    if (state !== 'free') this.violations.push(`sent to ${url}, which is ${state}`);
    // Until its answer is on record.
    this.#state.set(url, 'doubt');
  }

  /** The order's outcome is on record. */
  settled(url: string, outcome: 'made' | 'free' | 'doubt'): void {
    this.#state.set(url, outcome);
  }

  isDoubtful(url: string): boolean {
    return this.#state.get(url) === 'doubt';
  }
}
