import type { AlreadyMade } from '../orders';

/** What the ledger has at a sheet's addresses, and which of them it is still to be asked about. */
export class KnownOrders {
  readonly #made = new Map<string, AlreadyMade>();
  /** At first about every row's: no list of a hundred thousand addresses is kept for that. */
  #all = true;
  #some = new Set<string>();

  get wanting(): boolean {
    return this.#all || this.#some.size > 0;
  }
  get size(): number {
    return this.#made.size;
  }

  /** The ledger is to be asked about this address. */
  want(url: string | null): void {
    if (url !== null && !this.#all) this.#some.add(url);
  }

  /** All are to be asked about: nothing was asked yet, or the ledger changed. */
  wantAll(): void {
    this.#all = true;
    this.#some.clear();
  }

  /** The addresses to ask about now, among these of the rows; they are then no longer wanted. */
  take(rows: readonly { readonly url: string | null }[]): string[] {
    const urls = this.#all ? new Set(this.#made.keys()) : this.#some;
    if (this.#all) for (const { url } of rows) if (url !== null) urls.add(url);
    this.settle();
    return [...urls];
  }

  /** Nothing is wanted any more. */
  settle(): void {
    this.#all = false;
    this.#some = new Set();
  }

  /** What the ledger answered about these addresses. */
  learn(urls: readonly string[], made: readonly AlreadyMade[]): void {
    if (this.#made.size > 0) for (const url of urls) this.#made.delete(url);
    for (const one of made) this.#made.set(one.url, one);
  }

  /** These could not be asked about. */
  again(urls: readonly string[]): void {
    for (const url of urls) this.want(url);
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
