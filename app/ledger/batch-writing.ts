import type { Transaction } from 'kysely';
import type { Author } from './author';
import { appendEvents, sha256, type NewEvent } from './event-chain';
import { insertMany } from './insert-many';
import type { NewBatch, NewOrder } from './records';
import { correctionsOf, orderRow } from './row-records';
import { stampOf } from './stamp';
import type { Tables } from './tables';

/** Writes a batch and its orders; yields the id, such as `20261124-7`: the UTC day and the batch's number. */
export async function recordBatch(
  tx: Transaction<Tables>,
  batch: NewBatch,
  orders: readonly NewOrder[],
  at: number,
  author: Author,
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
      operator: author.operator,
      os_user: author.osUser,
      rows: orders.length,
      state: 'open',
      result_file: null,
      stop_reason: null,
      archived_at: null,
      archive_file: null,
      archive_sha256: null,
    })
    .execute();
  const rows = orders.map((order) => orderRow(id, batch.connectionKey, order));
  await insertMany(tx, 'orders', rows);
  const event = { at, batchId: id, ...author };
  const begun: NewEvent = {
    ...event,
    kind: 'batch-created',
    row: null,
    data: JSON.stringify({ ...batch, rows: orders.length }),
  };
  const recorded = orders.map((order, index): NewEvent => {
    const data = JSON.stringify(orderFacts(order, rows[index]?.order_json ?? null));
    return { ...event, kind: 'order-recorded', row: order.row, data };
  });
  await appendEvents(tx, [begun, ...recorded]);
  return id;
}

/** What the trail keeps of an order: its values by their hash, the operator's corrections in full. */
function orderFacts(order: NewOrder, json: string | null): Record<string, unknown> {
  const edits = correctionsOf(order);
  return {
    state: order.state,
    name: order.name,
    url: order.url?.toLowerCase() ?? null,
    ...(order.customer !== undefined && { customer: order.customer }),
    ...(order.skippedBecause !== null && { skippedBecause: order.skippedBecause }),
    ...(order.cloudPbxId !== null && { cloudPbxId: order.cloudPbxId }),
    ...(order.error !== null && { error: order.error }),
    ...(Object.keys(edits).length > 0 && { edits }),
    orderSha256: json === null ? null : sha256(json),
  };
}
