import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { z } from 'zod';
import { migrate, versionOf } from './migrations';

const quick = z.object({ quick_check: z.string() });
const full = z.object({ integrity_check: z.string() });
const definitions = z.array(z.object({ name: z.string(), sql: z.string() }));

/**
 * Whether a ledger's file is whole: its pages, the index that keeps the promise "never twice", and the constraints
 * and triggers themselves. An empty file passes. Throws SQLite's error when the file can't be read at all.
 */
export function isWhole(db: DatabaseSyncInstance, path: string): boolean {
  if (quick.parse(db.prepare('pragma quick_check(1)').get()).quick_check !== 'ok') return false;
  if (versionOf(db, path) === 0) return definitionsIn(db).length === 0;
  if (full.parse(db.prepare("pragma integrity_check('orders')").get()).integrity_check !== 'ok') return false;
  const kept = new Map(definitionsIn(db).map(({ name, sql }) => [name, sql]));
  return expected(versionOf(db, path)).every(({ name, sql }) => kept.get(name) === sql);
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

const definitionsIn = (db: DatabaseSyncInstance): z.infer<typeof definitions> =>
  definitions.parse(db.prepare('select name, sql from sqlite_schema where sql is not null').all());

function expected(version: number): z.infer<typeof definitions> {
  const db = new DatabaseSync(':memory:');
  try {
    migrate(db, ':memory:', version);
    return definitionsIn(db);
  } finally {
    db.close();
  }
}
