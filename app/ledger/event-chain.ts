import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { builtOnce, type Queries } from './built-query';
import { insertMany } from './insert-many';
import type { EventRecord } from './records';
import type { Tables } from './tables';

/** What the first event's hash is chained to. */
export const CHAIN_START = '0'.repeat(64);

/** The last event of a chain: who has it from elsewhere can tell whether a ledger or an export was rewritten or cut. */
export type ChainHead = { seq: number; hash: string };
export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: CHAIN_START };

export type NewEvent = Omit<EventRecord, 'seq' | 'hash' | 'attempt'> & { attempt?: number };

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 of an event's content: of the JSON array of its columns in this order, see docs/audit.md. */
export function eventDigest(event: Omit<EventRecord, 'hash'>): string {
  const { seq, at, kind, batchId, row, attempt, operator, osUser, data } = event;
  return sha256(JSON.stringify([seq, at, kind, batchId, row, attempt, operator, osUser, data]));
}

/**
 * The hash of an event: SHA-256 over the one before and the digest of its content, both as hexadecimal text. Whoever
 * has only digests can still check the whole chain, so that an export may leave contents out.
 */
export function chainHash(previous: string, digest: string): string {
  return sha256(previous + digest);
}

const last = builtOnce((queries) =>
  // A literal, which SQLite plans for once.
  queries.selectFrom('events').select(['seq', 'hash']).orderBy('seq', 'desc').limit(sql.lit(1)),
);

export async function chainHead(queries: Queries): Promise<ChainHead> {
  const [head] = await last(queries, {});
  return head ?? EMPTY_CHAIN;
}

/** Appends events to the audit trail, in the transaction of the change they tell of. */
export async function appendEvents(tx: Transaction<Tables>, events: readonly NewEvent[]): Promise<void> {
  let { seq, hash } = await chainHead(tx);
  const rows = events.map((event) => {
    seq++;
    const attempt = event.attempt ?? null;
    hash = chainHash(hash, eventDigest({ ...event, attempt, seq }));
    const { at, kind, batchId, row, operator, osUser, data } = event;
    return { seq, at, kind, batch_id: batchId, row, attempt, operator, os_user: osUser, data, hash };
  });
  await insertMany(tx, 'events', rows);
}

export function appendEvent(tx: Transaction<Tables>, event: NewEvent): Promise<void> {
  return appendEvents(tx, [event]);
}
