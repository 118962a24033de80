import { sql, type Transaction } from 'kysely';
import type { AlreadyMade } from '../orders';
import { beginAttempt, answerAttempt } from './attempt-writing';
import type { Author } from './author';
import { builtOnce, type Queries } from './built-query';
import { appendEvent, sha256 } from './event-chain';
import { LedgerError } from './ledger-error';
import type { OrderState, TransitionFacts, TransitionResult } from './records';
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

const orderNow = builtOnce((queries, { batchId, row }: Pick<Change, 'batchId' | 'row'>) =>
  queries
    .selectFrom('orders')
    .select(['state', 'url', 'connection_key', 'cloud_pbx_id', 'skipped_because', 'order_json'])
    .select(['request_id', 'error'])
    .where('batch_id', '=', batchId)
    .where('row', '=', row),
);

type StateColumns = 'state' | 'processed_at' | 'skipped_because' | 'cloud_pbx_id' | 'request_id' | 'error';
type Changed = Pick<Tables['orders'], 'batch_id' | 'row' | StateColumns>;

const change = builtOnce((queries, to: Changed) =>
  queries
    .updateTable('orders')
    .set({
      state: to.state,
      processed_at: to.processed_at,
      skipped_because: to.skipped_because,
      cloud_pbx_id: to.cloud_pbx_id,
      request_id: to.request_id,
      error: to.error,
    })
    .where('batch_id', '=', to.batch_id)
    .where('row', '=', to.row),
);

/** Changes one order's state within a transaction; see Ledger.transition. */
export async function changeState(
  tx: Transaction<Tables>,
  { batchId, row, from, to, facts }: Change,
  author: Author,
): Promise<TransitionResult> {
  const [order] = await orderNow(tx, { batchId, row });
  if (!order) throw new LedgerError('no-such-order', { batchId, row });
  if (order.state !== from || !isLegal(from, to)) {
    throw new LedgerError('illegal-transition', { batchId, row, from, to, found: order.state });
  }
  // An order to be sent again has no PBX; one that is created must be told which.
  const known = to === 'ready' ? null : order.cloud_pbx_id;
  const id = facts.cloudPbxId === undefined ? known : facts.cloudPbxId;
  const because = to === 'skipped' ? (facts.skippedBecause ?? order.skipped_because) : null;
  const lacking = lackingFact(to, facts.cloudPbxId, because);
  if (lacking) throw new LedgerError('illegal-transition', { batchId, row, from, to, lacking });
  if (to === 'sending') {
    const [conflict] = order.url === null ? [] : await takenAt(tx, order.connection_key, [order.url]);
    if (conflict) return { ok: false, conflict };
  }
  await change(tx, {
    batch_id: batchId,
    row,
    state: to,
    processed_at: to === 'ready' ? null : facts.at,
    skipped_because: because,
    cloud_pbx_id: id,
    request_id: facts.requestId === undefined ? order.request_id : facts.requestId,
    error: facts.error === undefined ? order.error : facts.error,
  });
  let attempt: number | null = null;
  if (to === 'sending') attempt = await beginAttempt(tx, batchId, row, facts.at);
  if (from === 'sending') attempt = await answerAttempt(tx, batchId, row, facts.answer);
  const sent = to === 'sending' && order.order_json !== null && { orderSha256: sha256(order.order_json) };
  await appendEvent(tx, {
    at: facts.at,
    kind: `${from} > ${to}`,
    batchId,
    row,
    ...(attempt !== null && { attempt }),
    ...author,
    data: JSON.stringify({ ...eventFacts(facts), ...sent }),
  });
  return { ok: true };
}

/** What a state can't be without. */
function lackingFact(to: OrderState, id: string | null | undefined, because: string | null): string | null {
  if (to === 'created' && !id) return 'cloudPbxId';
  if (to === 'skipped' && because === null) return 'skippedBecause';
  return null;
}

/** Orders whose state takes their URL, in any batch. */
const taken = (queries: Queries, connectionKey: string) =>
  queries
    .selectFrom('orders')
    .innerJoin('batches', 'batches.id', 'orders.batch_id')
    .select(['orders.url', 'orders.state', 'orders.cloud_pbx_id', 'orders.row', 'orders.processed_at'])
    .select(['batches.sheet_name', 'batches.created_at'])
    .where('orders.connection_key', '=', connectionKey)
    // Literals, so that SQLite sees that the partial index covers the question.
    .where(sql<boolean>`orders.state in ('sending', 'unconfirmed', 'created')`);

const takenAtOne = builtOnce((queries, { connectionKey, url }: { connectionKey: string; url: string }) =>
  taken(queries, connectionKey).where('orders.url', '=', url),
);

/** Orders of any batch whose state takes one of these URLs (lower case). */
export async function takenAt(
  queries: Queries,
  connectionKey: string,
  urls: readonly string[],
): Promise<AlreadyMade[]> {
  const [url] = urls;
  const found =
    urls.length === 1 && url !== undefined
      ? await takenAtOne(queries, { connectionKey, url })
      : await taken(queries, connectionKey).where('orders.url', 'in', urls).execute();
  return found.flatMap(takenOf);
}

/** An answer goes into the trail by its facts and the hash of its body, which is kept with the attempt. */
function eventFacts(facts: TransitionFacts): Record<string, unknown> {
  const { at: _at, answer, ...rest } = facts;
  if (!answer) return rest;
  const { outcome, httpStatus, code, message, raw, at: answeredAt, requestId } = answer;
  const rawSha256 = raw === null ? null : sha256(raw);
  return { ...rest, answer: { outcome, at: answeredAt, httpStatus, requestId, code, message, rawSha256 } };
}
