import type { Ledger, LedgerOptions } from './ledger';

/** Opens the ledger of a data folder. Throws LedgerError. */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  throw new Error(`not yet: ${options.dataDir}`);
}
