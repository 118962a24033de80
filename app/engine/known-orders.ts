import type { AlreadyMade } from '../orders';

/** What the ledger has at a sheet's addresses, and which of them it was not asked about yet. */
export class KnownOrders {
  readonly #made = new Map<string, AlreadyMade>();
  #asked = new Set<string>();
  #wanted = new Set<string>();

  /** The ledger is to be asked about this address, unless it was. */
  want(url: string | null): void {
    if (url !== null && !this.#asked.has(url)) this.#wanted.add(url);
  }

  /** The addresses to ask about now; they are then no longer wanted. */
  take(): string[] {
    const urls = [...this.#wanted];
    // The first time these are all there are: nothing need be put into another set.
    if (this.#asked.size === 0) this.#asked = this.#wanted;
    else for (const url of urls) this.#asked.add(url);
    this.#wanted = new Set();
    return urls;
  }

  learn(urls: readonly string[], made: readonly AlreadyMade[]): void {
    if (this.#made.size > 0) for (const url of urls) this.#made.delete(url);
    for (const one of made) this.#made.set(one.url, one);
  }

  /** These could not be asked about. */
  again(urls: readonly string[]): void {
    for (const url of urls) {
      this.#asked.delete(url);
      this.#wanted.add(url);
    }
  }

  /** All are to be asked about again, because the ledger changed. */
  wantAll(): void {
    for (const url of this.#asked) this.#wanted.add(url);
    this.#asked = new Set();
  }

  /** Nothing is known any more: another connection has other orders. */
  forget(): void {
    this.wantAll();
    this.#made.clear();
  }

  all(): AlreadyMade[] {
    return [...this.#made.values()];
  }
}
