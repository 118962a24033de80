import type { Ledger } from '../ledger';
import type { CheckedRow, OrderTable } from '../orders';
import type { Connection } from '../ycm';

export type NewRun = {
  file: { path: string; name: string; sha256: string };
  table: OrderTable;
  checked: readonly CheckedRow[];
  connection: Connection;
  /** When the catalog the rows were checked against was fetched, in ms. */
  catalogFetchedAt?: number;
  /** URL (lower case) to cloudPbxId of what the account has already; such orders are skipped. */
  accountHas?: ReadonlyMap<string, string>;
  /** An open batch of the same file whose orders that were never sent this one replaces. */
  replaces?: string;
};

/** Records a sheet's orders as a batch, before anything is sent; yields the batch's id. Throws LedgerError. */
export async function createBatch(ledger: Ledger, run: NewRun): Promise<string> {
  throw new Error(`not yet ${ledger.mode} ${run.file.name}`);
}
