import type { OrderState, StateCounts } from '../ledger';
import type { RunEvent, RunTotals } from './run-events';
import { totalsOf } from './totals';

export type RowChange = {
  row: number;
  from: OrderState;
  to: OrderState;
  /** By how much the number of held orders changes. */
  held?: number;
  cloudPbxId?: string | null;
  requestId?: string | null;
  message?: string | null;
};

/** Counts a run's orders as they change, without asking the ledger each time, and tells whoever listens. */
export class Progress {
  readonly #counts: StateCounts;
  readonly #listener: (event: RunEvent) => void;

  constructor(counts: StateCounts, listener: (event: RunEvent) => void) {
    this.#counts = { ...counts };
    this.#listener = listener;
  }

  get totals(): RunTotals {
    return totalsOf(this.#counts);
  }

  changed({ row, from, to, held = 0, cloudPbxId, requestId, message }: RowChange): void {
    this.#counts[from]--;
    this.#counts[to]++;
    this.#counts.held += held;
    this.tell({
      type: 'row',
      row,
      state: to,
      cloudPbxId: cloudPbxId ?? null,
      requestId: requestId ?? null,
      message: message ?? null,
      totals: this.totals,
    });
  }

  /** A listener that fails must not come between an order's intent and its answer. */
  tell(event: RunEvent): void {
    try {
      this.#listener(event);
    } catch {
      // The listener's own mistake; the run's truth is in the ledger.
    }
  }
}
