import type { InsertObject, Transaction } from 'kysely';
import type { Tables } from './tables';

/** Rows per INSERT: well below SQLite's limit on parameters. */
const CHUNK = 200;

export async function insertMany<T extends keyof Tables>(
  tx: Transaction<Tables>,
  table: T,
  rows: readonly InsertObject<Tables, T>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK)
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + CHUNK))
      .execute();
}
