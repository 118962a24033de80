import type { Ledger, OrderState } from '../ledger';
import type { CheckedRow } from '../orders';

/** How a sheet submitted again differs from the batch it was submitted as. */
export type Resubmission = {
  /** Nothing to send differs: going on with the batch sends exactly what the sheet says now. */
  same: boolean;
  changed: { row: number; state: OrderState; fields: string[] }[];
};

/** Compares a sheet as it is checked now with an earlier batch of the same file. Throws LedgerError. */
export async function compareWithBatch(
  ledger: Ledger,
  batchId: string,
  checked: readonly CheckedRow[],
): Promise<Resubmission> {
  throw new Error(`not yet ${ledger.mode} ${batchId} ${checked.length}`);
}
