import type { Ledger } from '../ledger';
import type { RowResult } from '../sheets';

/** Each row of a batch as its result sheet shows it, made anew from the ledger. Throws LedgerError. */
export async function resultsOf(ledger: Ledger, batchId: string): Promise<RowResult[]> {
  throw new Error(`not yet ${ledger.mode} ${batchId}`);
}
