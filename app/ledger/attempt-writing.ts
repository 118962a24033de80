import type { Transaction } from 'kysely';
import type { AttemptAnswer } from './records';
import type { Tables } from './tables';

/** Records that a request is about to leave; yields the attempt's number, from 1. */
export async function beginAttempt(
  tx: Transaction<Tables>,
  batchId: string,
  row: number,
  at: number,
): Promise<number> {
  const attempt = ((await lastAttempt(tx, batchId, row)) ?? 0) + 1;
  const unanswered = { answered_at: null, outcome: null, http_status: null, request_id: null };
  await tx
    .insertInto('attempts')
    .values({
      batch_id: batchId,
      row,
      attempt,
      sent_at: at,
      ...unanswered,
      code: null,
      message: null,
      raw: null,
    })
    .execute();
  return attempt;
}

/** Records what came back for the last attempt, if anything did; yields the attempt's number. */
export async function answerAttempt(
  tx: Transaction<Tables>,
  batchId: string,
  row: number,
  answer: AttemptAnswer | undefined,
): Promise<number | null> {
  const attempt = await lastAttempt(tx, batchId, row);
  if (attempt === null || !answer) return attempt;
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
    .where('attempt', '=', attempt)
    .execute();
  return attempt;
}

async function lastAttempt(tx: Transaction<Tables>, batchId: string, row: number): Promise<number | null> {
  const last = await tx
    .selectFrom('attempts')
    .select('attempt')
    .where('batch_id', '=', batchId)
    .where('row', '=', row)
    .orderBy('attempt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.attempt ?? null;
}
