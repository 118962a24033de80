import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { ask } from './ask';
import { LedgerError } from './ledger-error';
import { FIRST_SCHEMA } from './schema';

/** Each brings the ledger from the version of its index to the next. Never edit one that was released: add another. */
const MIGRATIONS: readonly string[] = [FIRST_SCHEMA];

/** The ledger's version; 0 for an empty file. Throws LedgerError `newer-version`. */
export function versionOf(db: DatabaseSyncInstance, path: string): number {
  const version = Number(ask(db, 'user_version', 'pragma_user_version')[0]?.[0]);
  if (version > MIGRATIONS.length) throw new LedgerError('newer-version', { path });
  return version;
}

/** Brings the database to a version, this program's unless told, each step whole or not at all. */
export function migrate(db: DatabaseSyncInstance, path: string, to = MIGRATIONS.length): void {
  for (let version = versionOf(db, path); version < to; version++) {
    db.exec(`begin immediate; ${MIGRATIONS[version]}; pragma user_version = ${version + 1}; commit;`);
  }
}
