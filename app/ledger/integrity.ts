import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { ask } from './ask';
import { migrate, versionOf } from './migrations';

/**
 * Whether a ledger's file is whole: its pages, the index that keeps the promise "never twice", and the constraints
 * and triggers themselves. An empty file passes. Throws SQLite's error when the file can't be read at all.
 */
export function isWhole(db: DatabaseSyncInstance, path: string): boolean {
  if (ask(db, 'quick_check', 'pragma_quick_check')[0]?.[0] !== 'ok') return false;
  const version = versionOf(db, path);
  const kept = definitionsIn(db);
  if (version === 0) return kept.size === 0;
  if (ask(db, 'integrity_check', "pragma_integrity_check('orders')")[0]?.[0] !== 'ok') return false;
  return [...expected(version)].every(([name, sql]) => kept.get(name) === sql);
}

export function isWholeFile(path: string): boolean {
  let db: DatabaseSyncInstance | null = null;
  try {
    db = new DatabaseSync(path, { readOnly: true });
    return isWhole(db, path);
  } catch {
    return false;
  } finally {
    db?.close();
  }
}

const definitionsIn = (db: DatabaseSyncInstance): Map<unknown, unknown> =>
  new Map(ask(db, 'name, sql', 'sqlite_schema where sql is not null').map(([name, sql]) => [name, sql]));

function expected(version: number): Map<unknown, unknown> {
  const db = new DatabaseSync(':memory:');
  try {
    migrate(db, ':memory:', version);
    return definitionsIn(db);
  } finally {
    db.close();
  }
}
