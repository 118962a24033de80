import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { LedgerError } from './ledger-error';
import { ledgerErrorOf } from './sqlite';

/** A database nobody refers to is closed with its memory, and a lock must not end so. */
const HELD = new Set<DatabaseSyncInstance>();

/**
 * Takes the right to write to a data folder; yields the function that gives it up. The system itself releases it
 * when the process dies, however it dies. Throws LedgerError `locked` while another process has it.
 */
export function takeWriterLock(dataDir: string): () => void {
  const file = path.join(dataDir, 'ledger.lock');
  let db: DatabaseSyncInstance | null = null;
  try {
    db = new DatabaseSync(file);
    // Long enough that of two who begin at the same moment one gets it: with no wait each may find the other half-way.
    db.exec('pragma busy_timeout = 100');
    db.exec('begin exclusive');
  } catch (error) {
    db?.close();
    const failure = ledgerErrorOf(error, dataDir);
    // The lock file holds nothing, so what is wrong with it is that it can't be used.
    throw failure.code === 'damaged' ? new LedgerError('not-writable', { path: file }, error) : failure;
  }
  const held = db;
  HELD.add(held);
  return () => {
    HELD.delete(held);
    held.close();
  };
}
