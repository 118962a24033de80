import { sql, type Kysely, type Transaction } from 'kysely';
import type { Author } from './author';
import { changeState } from './change-state';
import { appendEvent, chainHead } from './event-chain';
import type { HeadMark } from './head-mark';
import type { Tables } from './tables';
import type { UnsavedAnswers } from './unsaved-answers';

export type Unsettled = {
  queries: Kysely<Tables>;
  mark: HeadMark;
  unsaved: UnsavedAnswers;
  notices: string[];
  at: number;
  author: Author;
};

/** Settles what an interrupted writer left, and says in `notices` what a person should know of it. */
export async function settle({ queries, mark, unsaved, notices, at, author }: Unsettled): Promise<void> {
  const found = await queries.transaction().execute(async (tx) => {
    const lost = await noteLostHistory(tx, mark, at, author);
    const { recovered, kept } = await unsaved.recover(tx, author);
    return { lost, recovered, kept, interrupted: await settleInterrupted(tx, at, author) };
  });
  unsaved.forget();
  const head = await chainHead(queries);
  if (head.seq > 0) mark.write(head);
  if (found.lost) notices.push(found.lost);
  if (found.recovered > 0)
    notices.push(`Answers that could not be recorded earlier and were read back: ${found.recovered}.`);
  for (const { batchId, row, facts } of found.kept)
    if (facts.cloudPbxId)
      notices.push(
        `YCM created PBX ${facts.cloudPbxId} for run ${batchId} row ${row}, which this ledger does not have: note it down. It is kept in the audit trail.`,
      );
  if (found.interrupted > 0)
    notices.push(
      `Orders that were being sent when PBX Orders last ended: ${found.interrupted}. Reconcile them.`,
    );
}

/**
 * A ledger without the last event that was recorded is an older copy or a new one. What it calls ready may have been
 * sent since: such orders become unconfirmed, and only a reconciliation makes them ready again.
 */
async function noteLostHistory(
  tx: Transaction<Tables>,
  mark: HeadMark,
  at: number,
  author: Author,
): Promise<string | null> {
  const expected = mark.read();
  if (!expected || expected.seq === 0) return null;
  const same = await tx
    .selectFrom('events')
    .select('hash')
    .where('seq', '=', expected.seq)
    .where('hash', '=', expected.hash)
    .executeTakeFirst();
  if (same) return null;
  const found = await chainHead(tx);
  const ready = await tx
    .selectFrom('orders')
    .select(['batch_id', 'row'])
    .where('state', '=', 'ready')
    .execute();
  const reason = 'The ledger is an older copy; this order may have been sent since.';
  let doubted = 0;
  for (const { batch_id: batchId, row } of ready) {
    const sent = await changeState(
      tx,
      { batchId, row, from: 'ready', to: 'sending', facts: { at, reason } },
      author,
    );
    if (!sent.ok) continue;
    const facts = { at, error: reason, reason };
    await changeState(tx, { batchId, row, from: 'sending', to: 'unconfirmed', facts }, author);
    doubted++;
  }
  const data = JSON.stringify({ expected: { seq: expected.seq, hash: expected.hash }, found, doubted });
  await appendEvent(tx, { at, kind: 'history-lost', batchId: null, row: null, ...author, data });
  if (found.seq === 0)
    return 'A new ledger was begun because the earlier one was lost. PBXs created before are not known here: compare your sheets with the account before creating PBXs.';
  const doubt =
    doubted > 0 ? ` ${doubted} orders that may have been sent since are unconfirmed; reconcile them.` : '';
  return `The ledger is older than the one used last. PBXs created in between are not known here: compare your sheets with the account before creating PBXs.${doubt}`;
}

async function settleInterrupted(tx: Transaction<Tables>, at: number, author: Author): Promise<number> {
  const sending = await tx
    .selectFrom('orders')
    .select(['batch_id', 'row'])
    // As the partial index says it, so that it is used.
    .where(sql<boolean>`state in ('sending', 'unconfirmed')`)
    .where('state', '=', 'sending')
    .execute();
  const facts = { at, error: 'PBX Orders ended before the answer came.', reason: 'interrupted' };
  for (const { batch_id: batchId, row } of sending)
    await changeState(tx, { batchId, row, from: 'sending', to: 'unconfirmed', facts }, author);
  return sending.length;
}
