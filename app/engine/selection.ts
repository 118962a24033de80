import type { CheckedRow, RowChange } from '../orders';
import type { RowFilter } from './contract';
import { rowOrder, rowTest, type RowOrder, type RowTest } from './row-filter';

/** A row that became another, and where it is among the rows. */
export type IndexedChange = RowChange & { index: number };

/** Changes of more rows than this at once are cheaper to select anew. */
const ONE_BY_ONE = 400;

/** The rows a filter selects, kept up to date row by row, so that typing in a filtered or sorted grid costs one row. */
export class Selection {
  readonly #test: RowTest;
  readonly #order: RowOrder | null;
  #indices: Uint32Array | null = null;

  /** `rows` changes in place: what is replaced in it is told by `update`. */
  constructor(
    filter: RowFilter,
    private readonly rows: readonly CheckedRow[],
  ) {
    this.#test = rowTest(filter);
    this.#order = rowOrder(filter.sort);
  }

  /** Indices into the rows, in the filter's order. */
  get indices(): Uint32Array {
    this.#indices ??= this.#select();
    return this.#indices;
  }

  update(changes: readonly IndexedChange[]): void {
    if (!this.#indices) return;
    if (changes.length > ONE_BY_ONE) {
      this.#indices = null;
      return;
    }
    const moves = changes.map((change) => this.#moveOf(change));
    // All that moves is taken out first: what is in order can be searched by halving.
    const leaving = new Set(moves.filter((one) => one.leaves).map((one) => one.index));
    if (leaving.size > 0) this.#indices = this.#indices.filter((index) => !leaving.has(index));
    for (const { enters, index } of moves) if (enters) this.#insert(index);
  }

  #moveOf({ before, after, index }: IndexedChange): { index: number; leaves: boolean; enters: boolean } {
    const [was, is] = [this.#test(before), this.#test(after)];
    const stays = was && is && (!this.#order || this.#order.key(before) === this.#order.key(after));
    return { index, leaves: was && !stays, enters: is && !stays };
  }

  #select(): Uint32Array {
    const { rows } = this;
    const chosen = new Uint32Array(rows.length);
    let count = 0;
    rows.forEach((row, index) => {
      if (this.#test(row)) chosen[count++] = index;
    });
    const selected = chosen.slice(0, count);
    const order = this.#order;
    if (!order) return selected;
    const keyed = Array.from(selected, (index) => ({ index, key: this.#keyAt(order, index) }));
    keyed.sort((a, b) => order.compare(a.key, b.key) || a.index - b.index);
    return Uint32Array.from(keyed, (one) => one.index);
  }

  #insert(index: number): void {
    const kept = this.indices;
    const place = this.#placeOf(index, kept);
    const all = new Uint32Array(kept.length + 1);
    all.set(kept.subarray(0, place), 0);
    all[place] = index;
    all.set(kept.subarray(place), place + 1);
    this.#indices = all;
  }

  /** Where an index belongs among those that are in order, by halving. */
  #placeOf(index: number, among: Uint32Array): number {
    const order = this.#order;
    const key = order ? this.#keyAt(order, index) : '';
    let [low, high] = [0, among.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = among[middle] ?? 0;
      const isBefore = (order ? order.compare(this.#keyAt(order, other), key) : 0) || other - index;
      if (isBefore < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #keyAt(order: RowOrder, index: number): string {
    const row = this.rows[index];
    return row ? order.key(row) : '';
  }
}
