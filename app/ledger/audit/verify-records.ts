import type { Kysely, Selectable } from 'kysely';
import type { AuditProblem } from './audit-problem';
import { attemptProblems, batchProblems, decisionProblems, orderProblems } from './record-problems';
import type { Tables } from '../tables';

const ROWS_AT_ONCE = 500;

/** Holds every batch, order, attempt and decision against what the trail says of it; yields each that differs. */
export async function* verifyRecords(queries: Kysely<Tables>): AsyncGenerator<AuditProblem> {
  for (const batch of await queries.selectFrom('batches').selectAll().execute()) {
    const told = await queries
      .selectFrom('events')
      .selectAll()
      .where('batch_id', '=', batch.id)
      .where('row', 'is', null)
      .orderBy('seq')
      .execute();
    yield* batchProblems(batch, told);
    for (let after = -1; ;) {
      const orders = await queries
        .selectFrom('orders')
        .selectAll()
        .where('batch_id', '=', batch.id)
        .where('row', '>', after)
        .orderBy('row')
        .limit(ROWS_AT_ONCE)
        .execute();
      const last = orders.at(-1)?.row;
      if (last === undefined) break;
      const page = { batchId: batch.id, after, last };
      const events = byRow(await eventsIn(queries, page));
      const attempts = byRow(await attemptsIn(queries, page));
      const decisions = byRow(await decisionsIn(queries, page));
      for (const order of orders) {
        const trail = events.get(order.row) ?? [];
        yield* orderProblems(order, trail, batch.archived_at !== null);
        yield* attemptProblems(order, attempts.get(order.row) ?? [], trail, batch.archived_at !== null);
        yield* decisionProblems(order, decisions.get(order.row) ?? [], trail);
      }
      after = last;
    }
  }
}

type Page = { batchId: string; after: number; last: number };

const eventsIn = (
  queries: Kysely<Tables>,
  { batchId, after, last }: Page,
): Promise<Selectable<Tables['events']>[]> =>
  queries
    .selectFrom('events')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where('row', '>', after)
    .where('row', '<=', last)
    .orderBy('seq')
    .execute();

const attemptsIn = (
  queries: Kysely<Tables>,
  { batchId, after, last }: Page,
): Promise<Selectable<Tables['attempts']>[]> =>
  queries
    .selectFrom('attempts')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where('row', '>', after)
    .where('row', '<=', last)
    .execute();

const decisionsIn = (
  queries: Kysely<Tables>,
  { batchId, after, last }: Page,
): Promise<Selectable<Tables['decisions']>[]> =>
  queries
    .selectFrom('decisions')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where('row', '>', after)
    .where('row', '<=', last)
    .execute();

function byRow<T extends { row: number | null }>(all: readonly T[]): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const one of all) {
    if (one.row === null) continue;
    const same = found.get(one.row);
    if (same) same.push(one);
    else found.set(one.row, [one]);
  }
  return found;
}
