import { EngineError } from './failure';
import type { OrderSheet } from './order-sheet';

/** A host that opens one after the other need not close them: the ones looked at longest ago go first. */
const KEPT = 6;

/** The sheets that are open, by their id. */
export class OpenSheets {
  readonly #sheets = new Map<string, OrderSheet>();

  add(sheet: OrderSheet): void {
    this.#sheets.delete(sheet.id);
    this.#sheets.set(sheet.id, sheet);
    for (const id of this.#sheets.keys()) {
      if (this.#sheets.size <= KEPT) break;
      this.#sheets.delete(id);
    }
  }

  /** Throws EngineError `unknown-sheet`. */
  get(id: string): OrderSheet {
    const sheet = this.#sheets.get(id);
    if (!sheet) throw new EngineError('unknown-sheet', 'This sheet is no longer open. Open its file again.');
    this.#sheets.delete(id);
    this.#sheets.set(id, sheet);
    return sheet;
  }

  /** A sheet read anew takes the place of the one it was. */
  close(id: string): void {
    this.#sheets.delete(id);
  }

  all(): OrderSheet[] {
    return [...this.#sheets.values()];
  }
}
