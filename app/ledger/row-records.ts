import type { Selectable } from 'kysely';
import * as z from 'zod';
import { FIELDS, orderRequest, type AlreadyMade, type FieldName, type OrderRequest } from '../orders';
import {
  NO_ORDERS,
  type AttemptRecord,
  type BatchRecord,
  type DecisionRecord,
  type EventRecord,
  type NewOrder,
  type OrderRecord,
  type StateCounts,
  type Texts,
} from './records';
import type { Tables } from './tables';

const columns = z.partialRecord(
  z.enum(['status', 'cloudPbxId', 'requestId', 'error', 'processedAt']),
  z.number().int(),
);
const corrections = z.record(z.string(), z.object({ before: z.string().exactOptional(), after: z.string() }));
export type Corrections = z.infer<typeof corrections>;
const fieldNames: ReadonlySet<string> = new Set(FIELDS.map((field) => field.name));
const isFieldName = (name: string): name is FieldName => fieldNames.has(name);

export function batchOf(row: Selectable<Tables['batches']>): BatchRecord {
  return {
    id: row.id,
    createdAt: row.created_at,
    sheetPath: row.sheet_path,
    sheetName: row.sheet_name,
    sha256: row.sha256,
    sheet: row.sheet,
    headerRow: row.header_row,
    resultColumns: columns.parse(JSON.parse(row.result_columns)),
    mapping: row.mapping,
    catalogFetchedAt: row.catalog_fetched_at,
    connectionName: row.connection_name,
    connectionKey: row.connection_key,
    connectionKind: row.connection_kind,
    operator: row.operator,
    osUser: row.os_user,
    rows: row.rows,
    state: row.state,
    resultFile: row.result_file,
    stopReason: row.stop_reason,
    archived:
      row.archived_at === null || row.archive_file === null || row.archive_sha256 === null
        ? null
        : { at: row.archived_at, file: row.archive_file, sha256: row.archive_sha256 },
  };
}

export function orderOf(row: Selectable<Tables['orders']>): OrderRecord {
  return {
    batchId: row.batch_id,
    row: row.row,
    state: row.state,
    url: row.url,
    order: requestOf(row.order_json),
    name: row.name,
    cloudPbxId: row.cloud_pbx_id,
    requestId: row.request_id,
    error: row.error,
    skippedBecause: row.skipped_because,
    processedAt: row.processed_at,
    ...editsOf(row.edits),
    customer: row.customer,
  };
}

/** Null when this version would not send it any more: such an order can still be read and reported. */
function requestOf(json: string | null): OrderRequest | null {
  if (json === null) return null;
  const parsed = orderRequest.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : null;
}

function editsOf(json: string): { edits: Texts; originals: Texts } {
  const edits: Texts = {};
  const originals: Texts = {};
  if (json !== '{}') {
    for (const [name, { before, after }] of Object.entries(corrections.parse(JSON.parse(json)))) {
      if (!isFieldName(name)) continue;
      edits[name] = after;
      if (before !== undefined) originals[name] = before;
    }
  }
  return { edits, originals };
}

/** The operator's corrections of an order, before and after, in the order of its fields. */
export function correctionsOf({ edits, originals = {} }: Pick<NewOrder, 'edits' | 'originals'>): Corrections {
  const made: Corrections = {};
  for (const { name } of FIELDS) {
    const [before, after] = [originals[name], edits[name]];
    if (after !== undefined) made[name] = { ...(before !== undefined && { before }), after };
  }
  return made;
}

/** Text as it is compared in a search: whatever its letter case or width. */
export const searchable = (text: string): string => text.normalize('NFKC').toLowerCase();

export function orderRow(batchId: string, connectionKey: string, order: NewOrder): Tables['orders'] {
  const url = order.url?.toLowerCase() ?? null;
  const customer = order.customer ?? '';
  // The customer on a line of its own, for filters that mean no other word.
  const customers = [customer, ...(order.order?.customerIds ?? [])].join(' ').replaceAll('\n', ' ');
  const words = [customers, order.name, url ?? ''].join('\n');
  return {
    batch_id: batchId,
    row: order.row,
    connection_key: connectionKey,
    url,
    state: order.state,
    name: order.name,
    customer,
    order_json: order.order ? JSON.stringify(order.order) : null,
    edits: JSON.stringify(correctionsOf(order)),
    words: searchable(words),
    cloud_pbx_id: order.cloudPbxId,
    request_id: null,
    error: order.error,
    skipped_because: order.skippedBecause,
    processed_at: order.processedAt,
  };
}

export function attemptOf(row: Selectable<Tables['attempts']>): AttemptRecord {
  return {
    batchId: row.batch_id,
    row: row.row,
    attempt: row.attempt,
    sentAt: row.sent_at,
    answer:
      row.answered_at === null || row.outcome === null
        ? null
        : {
            outcome: row.outcome,
            at: row.answered_at,
            requestId: row.request_id,
            httpStatus: row.http_status,
            code: row.code,
            message: row.message,
            raw: row.raw,
          },
  };
}

export function eventOf(row: Selectable<Tables['events']>): EventRecord {
  const { seq, at, kind, attempt, operator, data, hash } = row;
  return {
    seq,
    at,
    kind,
    batchId: row.batch_id,
    row: row.row,
    attempt,
    operator,
    osUser: row.os_user,
    data,
    hash,
  };
}

export function decisionOf(row: Selectable<Tables['decisions']>): DecisionRecord {
  const { at, choice, reason } = row;
  return { batchId: row.batch_id, row: row.row, at, decidedBy: row.decided_by, choice, reason };
}

export type TakenRow = {
  url: string | null;
  state: string;
  cloud_pbx_id: string | null;
  sheet_name: string;
  row: number;
  processed_at: number | null;
  created_at: number;
};

export function takenOf(found: TakenRow): AlreadyMade[] {
  const { url, state, row } = found;
  if (url === null || (state !== 'sending' && state !== 'created' && state !== 'unconfirmed')) return [];
  const at = found.processed_at ?? found.created_at;
  return [{ url, state, cloudPbxId: found.cloud_pbx_id, sheet: found.sheet_name, row, at }];
}

export function countsOf(tallies: readonly Omit<Tables['tallies'], 'batch_id'>[]): StateCounts {
  const counts: StateCounts = { ...NO_ORDERS };
  for (const { state, held, count } of tallies) {
    counts[state] += count;
    if (state === 'skipped' && held) counts.held += count;
  }
  return counts;
}
