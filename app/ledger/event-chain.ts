import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { EventRecord } from './records';
import type { Tables } from './tables';

/** What the first event's hash is chained to. */
export const CHAIN_START = '0'.repeat(64);

type Unhashed = Omit<EventRecord, 'hash'>;

/** SHA-256 over the hash before and the event's canonical JSON: an array in the table's column order. */
export function eventHash(previous: string, event: Unhashed): string {
  const line = [event.seq, event.at, event.kind, event.batchId, event.row, event.operator, event.data];
  return createHash('sha256').update(previous).update(JSON.stringify(line)).digest('hex');
}

/** Appends one event to the audit trail, in the transaction of the change it tells of. */
export async function appendEvent(tx: Transaction<Tables>, event: Omit<Unhashed, 'seq'>): Promise<void> {
  const last = await tx
    .selectFrom('events')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const next = { ...event, seq: (last?.seq ?? 0) + 1 };
  await tx
    .insertInto('events')
    .values({
      seq: next.seq,
      at: next.at,
      kind: next.kind,
      batch_id: next.batchId,
      row: next.row,
      operator: next.operator,
      data: next.data,
      hash: eventHash(last?.hash ?? CHAIN_START, next),
    })
    .execute();
}
