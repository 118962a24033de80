import type { Transaction } from 'kysely';
import { builtOnce } from './built-query';
import type { AttemptAnswer } from './records';
import type { Tables } from './tables';

type OrderKey = { batchId: string; row: number };
type AttemptKey = OrderKey & { attempt: number };

const begin = builtOnce((queries, { batchId, row, attempt, at }: AttemptKey & { at: number }) =>
  queries.insertInto('attempts').values({ batch_id: batchId, row, attempt, sent_at: at }),
);

const answered = builtOnce((queries, answer: AttemptKey & AttemptAnswer) =>
  queries
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
    .where('batch_id', '=', answer.batchId)
    .where('row', '=', answer.row)
    .where('attempt', '=', answer.attempt),
);

const last = builtOnce((queries, { batchId, row }: OrderKey) =>
  queries
    .selectFrom('attempts')
    .select((eb) => eb.fn.max<number | null>('attempt').as('attempt'))
    .where('batch_id', '=', batchId)
    .where('row', '=', row),
);

/** Records that a request is about to leave; yields the attempt's number, from 1. */
export async function beginAttempt(
  tx: Transaction<Tables>,
  batchId: string,
  row: number,
  at: number,
): Promise<number> {
  const attempt = ((await lastAttempt(tx, batchId, row)) ?? 0) + 1;
  await begin(tx, { batchId, row, attempt, at });
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
  await answered(tx, { batchId, row, attempt, ...answer });
  return attempt;
}

async function lastAttempt(tx: Transaction<Tables>, batchId: string, row: number): Promise<number | null> {
  const [found] = await last(tx, { batchId, row });
  return found?.attempt ?? null;
}
