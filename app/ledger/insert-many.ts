import { CompiledQuery, type Transaction } from 'kysely';
import type { Tables } from './tables';

/** Rows per INSERT: well below SQLite's limit on parameters. */
const CHUNK = 200;

/** Inserts rows, all of the same columns. Its text is put together here: Kysely takes longer for it than SQLite for the rows. */
export async function insertMany<T extends keyof Tables>(
  tx: Transaction<Tables>,
  table: T,
  rows: readonly Tables[T][],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const places = `(${columns.map(() => '?').join(', ')})`;
  for (let from = 0; from < rows.length; from += CHUNK) {
    const some = rows.slice(from, from + CHUNK);
    const values = some.map(() => places).join(', ');
    const parameters = some.flatMap((row) => columns.map((column): unknown => Reflect.get(row, column)));
    await tx.executeQuery(
      CompiledQuery.raw(`insert into "${table}" (${names}) values ${values}`, parameters),
    );
  }
}
