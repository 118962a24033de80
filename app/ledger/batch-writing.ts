import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { appendEvent } from './event-chain';
import type { NewBatch, NewOrder } from './records';
import { orderRow } from './row-records';
import { stampOf } from './stamp';
import type { Tables } from './tables';

/** Rows per INSERT: well below SQLite's limit on parameters. */
const CHUNK = 500;

export type BatchAuthor = { at: number; operator: string; osUser: string };

/** Writes a batch and its orders; yields the id, such as `20261124-7`: the UTC day and the batch's number. */
export async function recordBatch(
  tx: Transaction<Tables>,
  batch: NewBatch,
  orders: readonly NewOrder[],
  { at, operator, osUser }: BatchAuthor,
): Promise<string> {
  const { count } = await tx
    .selectFrom('batches')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const id = `${stampOf(at).slice(0, 8)}-${count + 1}`;
  await tx
    .insertInto('batches')
    .values({
      id,
      created_at: at,
      sheet_path: batch.sheetPath,
      sheet_name: batch.sheetName,
      sha256: batch.sha256,
      sheet: batch.sheet,
      header_row: batch.headerRow,
      result_columns: JSON.stringify(batch.resultColumns),
      mapping: batch.mapping,
      catalog_fetched_at: batch.catalogFetchedAt,
      connection_name: batch.connectionName,
      connection_key: batch.connectionKey,
      connection_kind: batch.connectionKind,
      operator,
      os_user: osUser,
      rows: orders.length,
      state: 'open',
      result_file: null,
      stop_reason: null,
    })
    .execute();
  const digest = createHash('sha256');
  for (let from = 0; from < orders.length; from += CHUNK) {
    const rows = orders.slice(from, from + CHUNK).map((order) => orderRow(id, batch.connectionKey, order));
    for (const row of rows) digest.update(`${row.row}\t${row.state}\t${row.url}\t${row.order_json}\n`);
    await tx.insertInto('orders').values(rows).execute();
  }
  const { sheetPath, sha256, connectionKey, catalogFetchedAt } = batch;
  const facts = {
    sheetPath,
    sha256,
    connectionKey,
    catalogFetchedAt,
    rows: orders.length,
    orders: digest.digest('hex'),
  };
  await appendEvent(tx, {
    at,
    kind: 'batch-created',
    batchId: id,
    row: null,
    operator,
    data: JSON.stringify({ ...facts, osUser }),
  });
  return id;
}
