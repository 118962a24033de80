import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Kysely } from 'kysely';
import { migrate, versionOf } from './migrations';
import { queriesOver } from './sqlite';
import type { Tables } from './tables';

/** Opens a ledger's file for reading; where there is none, an empty one in memory. Throws SQLite's error. */
export function openForReading(path: string): DatabaseSyncInstance {
  if (!fs.existsSync(path)) return emptyLedger(path);
  const db = openFile(path);
  if (versionOf(db, path) > 0) return db;
  db.close();
  return emptyLedger(path);
}

/**
 * Does long work on the ledger as it is at one moment, over a connection of its own, so that a run under way neither
 * waits nor shows up half done.
 */
export async function onSnapshot<T>(path: string, work: (queries: Kysely<Tables>) => Promise<T>): Promise<T> {
  const db = openForReading(path);
  try {
    // The first question, not `begin`, is what fixes the moment.
    db.exec('begin; select count(*) from sqlite_schema');
    const result = await work(queriesOver(db));
    db.exec('rollback');
    return result;
  } finally {
    if (db.isTransaction) db.exec('rollback');
    db.close();
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
    db.exec('select count(*) from sqlite_schema');
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
