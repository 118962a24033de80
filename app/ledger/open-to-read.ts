import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Ledger, LedgerOptions } from './ledger';
import { LedgerFile } from './ledger-file';
import { migrate, versionOf } from './migrations';
import { ledgerErrorOf, queriesOver } from './sqlite';
import { SqliteLedger } from './sqlite-ledger';

/** Opens a ledger beside whoever writes to it. Changes nothing. Throws LedgerError. */
export function openToRead(options: LedgerOptions): Ledger {
  const file = new LedgerFile(options.dataDir);
  let db: DatabaseSyncInstance | null = null;
  try {
    db = fs.existsSync(file.path) ? openFile(file.path) : emptyLedger(file.path);
    if (versionOf(db, file.path) === 0) {
      db.close();
      db = emptyLedger(file.path);
    }
    const queries = queriesOver(db);
    const writing = { mark: null, unsaved: null, release: () => {} };
    return new SqliteLedger({ db, queries, file, ...writing, options, notices: [] });
  } catch (error) {
    db?.close();
    throw ledgerErrorOf(error, file.path);
  }
}

function openFile(path: string): DatabaseSyncInstance {
  try {
    return openReadOnly(path);
  } catch (error) {
    if (fs.existsSync(`${path}-wal`)) throw error;
    // Where not even the companions of a write-ahead log can be made, nobody can be writing either.
    return openReadOnly(new URL(`${pathToFileURL(path).href}?immutable=1`));
  }
}

function openReadOnly(location: string | URL): DatabaseSyncInstance {
  const db = new DatabaseSync(location, { readOnly: true });
  try {
    db.exec('pragma busy_timeout = 5000');
    db.prepare('select count(*) from sqlite_schema').get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Reading before anything was ever written finds nothing, which is no error. */
function emptyLedger(path: string): DatabaseSyncInstance {
  const db = new DatabaseSync(':memory:');
  migrate(db, path);
  return db;
}
