import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import * as z from 'zod';
import type { StoreSettings } from './ledger';
import { LedgerError, type LedgerErrorCode } from './ledger-error';
import type { Tables } from './tables';

/** A query builder over an open database. */
export function queriesOver(db: DatabaseSyncInstance): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(db) }) });
}

/** Kysely wants better-sqlite3's interface; this database has node:sqlite's. */
function adapt(db: DatabaseSyncInstance): SqliteDatabase {
  const prepared = new Map<string, Prepared>();
  /** Preparing costs more than most statements take, and so does asking whether they yield rows. */
  const prepare = (sql: string): Prepared => {
    const known = prepared.get(sql);
    if (known) return known;
    if (prepared.size >= PREPARED) prepared.clear();
    const statement = db.prepare(sql);
    const ready = { statement, reader: statement.columns().length > 0 };
    prepared.set(sql, ready);
    return ready;
  };
  return {
    close: () => db.close(),
    prepare(sql) {
      // A failed commit may have rolled back already; a second rollback would hide why.
      if (sql === 'rollback' && !db.isTransaction) return NOTHING;
      const { statement, reader } = prepare(sql);
      return {
        reader,
        all: (parameters) => statement.all(...parameters.map(sqliteValue)),
        run: (parameters) => statement.run(...parameters.map(sqliteValue)),
        // An iteration under way must not be disturbed by the next use of its statement.
        iterate: (parameters) => db.prepare(sql).iterate(...parameters.map(sqliteValue)),
      };
    },
  };
}

type Prepared = { statement: StatementSyncInstance; reader: boolean };

/** Statements kept ready. */
const PREPARED = 100;

const NOTHING: ReturnType<SqliteDatabase['prepare']> = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

function sqliteValue(value: unknown): string | number | bigint | null {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  throw new TypeError(`not a value for the ledger: ${typeof value}`);
}

const sqliteFailure = z.object({ errcode: z.number() });

/** SQLite's extended result code; null for other errors. */
export function sqliteCode(error: unknown): number | null {
  const parsed = sqliteFailure.safeParse(error);
  return parsed.success ? parsed.data.errcode : null;
}

/** https://www.sqlite.org/rescode.html, primary codes. */
const CODES: Record<number, LedgerErrorCode> = {
  5: 'locked',
  6: 'locked',
  8: 'not-writable',
  11: 'damaged',
  13: 'disk-full',
  14: 'not-writable',
  26: 'damaged',
};

/** Any error of the store as a LedgerError. */
export function ledgerErrorOf(error: unknown, path: string): LedgerError {
  if (error instanceof LedgerError) return error;
  const system = systemErrorCode(error);
  if (system) return new LedgerError(system, { path }, error);
  const code = sqliteCode(error);
  return new LedgerError((code === null ? undefined : CODES[code & 0xff]) ?? 'failed', { path }, error);
}

const systemFailure = z.object({ code: z.string() });

function systemErrorCode(error: unknown): LedgerErrorCode | null {
  const parsed = systemFailure.safeParse(error);
  if (!parsed.success) return null;
  if (parsed.data.code === 'ENOSPC' || parsed.data.code === 'EDQUOT') return 'disk-full';
  return ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST'].includes(parsed.data.code)
    ? 'not-writable'
    : null;
}

const one = z.object({ journal_mode: z.string(), synchronous: z.number(), foreign_keys: z.number() });

export function settingsOf(db: DatabaseSyncInstance): StoreSettings {
  const names = ['journal_mode', 'synchronous', 'foreign_keys'];
  const rows: unknown[] = names.map((name) => db.prepare(`pragma ${name}`).get());
  const found = one.parse(Object.assign({}, ...rows));
  return {
    journal: found.journal_mode,
    synchronous: (['off', 'normal', 'full'] as const)[found.synchronous] ?? 'extra',
    foreignKeys: found.foreign_keys === 1,
  };
}
