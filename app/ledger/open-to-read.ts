import type { Ledger, LedgerOptions } from './ledger';
import { LedgerFile } from './ledger-file';
import { openForReading } from './snapshot';
import { ledgerErrorOf, queriesOver } from './sqlite';
import { SqliteLedger } from './sqlite-ledger';

/** Opens a ledger beside whoever writes to it. Changes nothing. Throws LedgerError. */
export function openToRead(options: LedgerOptions): Ledger {
  const file = new LedgerFile(options.dataDir);
  try {
    const db = openForReading(file.path);
    const writing = { mark: null, unsaved: null, release: () => {} };
    return new SqliteLedger({ db, queries: queriesOver(db), file, ...writing, options, notices: [] });
  } catch (error) {
    throw ledgerErrorOf(error, file.path);
  }
}
