import { sql, type Kysely } from 'kysely';
import type { BatchRecord, BatchSearch } from './records';
import { batchOf, searchable } from './row-records';
import type { Tables } from './tables';

/** See Ledger.searchBatches. The orders are searched in an index that holds nothing but their words. */
export async function searchBatches(queries: Kysely<Tables>, search: BatchSearch): Promise<BatchRecord[]> {
  const { state, connection, operator, from, to, limit } = search;
  let query = queries
    .selectFrom('batches')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy(sql`rowid`, 'desc');
  if (state !== undefined) query = query.where('state', '=', state);
  if (connection !== undefined)
    query = query.where((eb) =>
      eb.or([eb('connection_name', '=', connection), eb('connection_key', '=', connection)]),
    );
  if (operator !== undefined) query = query.where('operator', '=', operator);
  if (from !== undefined) query = query.where('created_at', '>=', from);
  if (to !== undefined) query = query.where('created_at', '<=', to);
  const text = searchable(search.text ?? '').trim();
  if (text === '' && limit !== undefined) query = query.limit(limit);
  const batches = (await query.execute()).map(batchOf);
  if (text === '') return batches;
  const byOrder = await runsWith(queries, text, (search.text ?? '').trim());
  const has = (words: string): boolean => searchable(words).includes(text);
  return batches
    .filter((batch) => {
      const { id, sheetName, operator: who, connectionName } = batch;
      return byOrder.has(id) || has(id) || has(sheetName) || has(who) || has(connectionName);
    })
    .slice(0, limit);
}

async function runsWith(queries: Kysely<Tables>, text: string, id: string): Promise<Set<string>> {
  // Named, because SQLite would rather read the orders themselves, which are far larger.
  const named = await sql<{
    batch_id: string;
  }>`select distinct batch_id from orders indexed by orders_by_words
    where instr(words, ${text}) > 0`.execute(queries);
  const created = await queries
    .selectFrom('orders')
    .select('batch_id')
    .distinct()
    .where('cloud_pbx_id', '=', id)
    .execute();
  return new Set([...named.rows, ...created].map(({ batch_id }) => batch_id));
}
