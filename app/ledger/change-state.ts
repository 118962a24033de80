import { sql, type Transaction } from 'kysely';
import type { AlreadyMade } from '../orders';
import { appendEvent } from './event-chain';
import { LedgerError } from './ledger-error';
import type { AttemptAnswer, OrderState, TransitionFacts, TransitionResult } from './records';
import { takenOf } from './row-records';
import { isLegal } from './states';
import type { Tables } from './tables';

export type Change = {
  batchId: string;
  row: number;
  from: OrderState;
  to: OrderState;
  facts: TransitionFacts;
};

/** Changes one order's state within a transaction; see Ledger.transition. */
export async function changeState(
  tx: Transaction<Tables>,
  { batchId, row, from, to, facts }: Change,
  operator: string,
): Promise<TransitionResult> {
  const order = await tx
    .selectFrom('orders')
    .select(['state', 'url', 'connection_key', 'cloud_pbx_id'])
    .where('batch_id', '=', batchId)
    .where('row', '=', row)
    .executeTakeFirst();
  if (!order) throw new LedgerError('no-such-order', { batchId, row });
  if (order.state !== from || !isLegal(from, to)) {
    throw new LedgerError('illegal-transition', { batchId, row, from, to, found: order.state });
  }
  if (to === 'sending') {
    const [conflict] = order.url === null ? [] : await takenAt(tx, order.connection_key, [order.url]);
    if (conflict) return { ok: false, conflict };
  }
  await tx
    .updateTable('orders')
    .set({
      state: to,
      processed_at: to === 'ready' ? null : facts.at,
      ...(facts.cloudPbxId !== undefined && { cloud_pbx_id: facts.cloudPbxId }),
      ...(facts.requestId !== undefined && { request_id: facts.requestId }),
      ...(facts.error !== undefined && { error: facts.error }),
      ...(facts.skippedBecause !== undefined && { skipped_because: facts.skippedBecause }),
    })
    .where('batch_id', '=', batchId)
    .where('row', '=', row)
    .execute();
  if (to === 'sending') await beginAttempt(tx, batchId, row, facts.at);
  if (from === 'sending' && facts.answer) await answerAttempt(tx, batchId, row, facts.answer);
  await appendEvent(tx, {
    at: facts.at,
    kind: `${from} > ${to}`,
    batchId,
    row,
    operator,
    data: JSON.stringify(eventFacts(facts)),
  });
  return { ok: true };
}

/** Orders of any batch whose state takes one of these URLs (lower case). */
export async function takenAt(
  tx: Pick<Transaction<Tables>, 'selectFrom'>,
  connectionKey: string,
  urls: readonly string[],
): Promise<AlreadyMade[]> {
  const found = await tx
    .selectFrom('orders')
    .innerJoin('batches', 'batches.id', 'orders.batch_id')
    .select(['orders.url', 'orders.state', 'orders.cloud_pbx_id', 'orders.row', 'orders.processed_at'])
    .select(['batches.sheet_name', 'batches.created_at'])
    .where('orders.connection_key', '=', connectionKey)
    .where('orders.url', 'in', urls)
    // Literals, so that SQLite sees that the partial index covers the question.
    .where(sql<boolean>`orders.state in ('sending', 'unconfirmed', 'created')`)
    .execute();
  return found.flatMap(takenOf);
}

async function beginAttempt(
  tx: Transaction<Tables>,
  batchId: string,
  row: number,
  at: number,
): Promise<void> {
  const { count } = await tx
    .selectFrom('attempts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('batch_id', '=', batchId)
    .where('row', '=', row)
    .executeTakeFirstOrThrow();
  const unanswered = { answered_at: null, outcome: null, http_status: null, request_id: null };
  await tx
    .insertInto('attempts')
    .values({
      batch_id: batchId,
      row,
      attempt: count + 1,
      sent_at: at,
      ...unanswered,
      code: null,
      message: null,
      raw: null,
    })
    .execute();
}

async function answerAttempt(
  tx: Transaction<Tables>,
  batchId: string,
  row: number,
  answer: AttemptAnswer,
): Promise<void> {
  await tx
    .updateTable('attempts')
    .set({
      answered_at: answer.at,
      outcome: answer.outcome,
      http_status: answer.httpStatus,
      request_id: answer.requestId,
      code: answer.code,
      message: answer.message,
      raw: answer.raw,
    })
    .where('batch_id', '=', batchId)
    .where('row', '=', row)
    .where('answered_at', 'is', null)
    .where('attempt', '=', (eb) =>
      eb
        .selectFrom('attempts as last')
        .select((one) => one.fn.max('last.attempt').as('attempt'))
        .where('last.batch_id', '=', batchId)
        .where('last.row', '=', row),
    )
    .execute();
}

function eventFacts(facts: TransitionFacts): Record<string, unknown> {
  const { at: _at, answer, ...rest } = facts;
  return answer
    ? { ...rest, outcome: answer.outcome, httpStatus: answer.httpStatus, code: answer.code }
    : rest;
}
