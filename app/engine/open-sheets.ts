import { EngineError } from './failure';
import type { OrderSheet } from './order-sheet';

/** The sheets that are open, by their id. */
export class OpenSheets {
  readonly #sheets = new Map<string, OrderSheet>();

  add(sheet: OrderSheet): void {
    this.#sheets.set(sheet.id, sheet);
  }

  /** Throws EngineError `unknown-sheet`. */
  get(id: string): OrderSheet {
    const sheet = this.#sheets.get(id);
    if (!sheet) throw new EngineError('unknown-sheet', 'This sheet is no longer open. Open its file again.');
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
