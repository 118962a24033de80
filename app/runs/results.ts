import type { Ledger, OrderRecord } from '../ledger';
import type { AlreadyMade } from '../orders';
import type { RowResult } from '../sheets';
import { unsettledRows } from './replace-batch';
import { INTERRUPTED, madeBefore } from './row-words';

/** Each row of a batch as its result sheet shows it, made anew from the ledger. Throws LedgerError. */
export async function resultsOf(ledger: Ledger, batchId: string): Promise<RowResult[]> {
  const [batch, orders] = [await ledger.batch(batchId), await ledger.orders(batchId)];
  if (!batch) return [];
  const { connectionKey, sha256, sheet } = batch;
  const urls = orders.filter(isUnsent).flatMap((order) => order.url ?? []);
  const made = new Map((await ledger.alreadyMade(connectionKey, urls)).map((one) => [one.url, one]));
  const unsettled = await unsettledRows(ledger, { sha256, connectionKey, sheet });
  return orders.map((order) => {
    const other = isUnsent(order) ? made.get(order.url ?? '') : undefined;
    if (other?.state === 'created') return madeElsewhere(order, other);
    const { row, cloudPbxId, requestId, processedAt } = order;
    const status = other || (isUnsent(order) && unsettled.has(row)) ? 'unconfirmed' : statusOf(order);
    const error = order.error ?? (order.state === 'sending' ? INTERRUPTED : null);
    return { row, status, cloudPbxId, requestId, error, processedAt };
  });
}

const isUnsent = ({ state }: OrderRecord): boolean =>
  state === 'ready' || state === 'invalid' || state === 'cancelled' || state === 'rejected';

/** What was no order of this run when it was recorded is a PBX by now. */
function madeElsewhere({ row }: OrderRecord, other: AlreadyMade): RowResult {
  const { cloudPbxId, at } = other;
  return { row, status: 'skipped', cloudPbxId, requestId: null, error: madeBefore(other), processedAt: at };
}

/**
 * The state as the sheet says it. A sheet that comes back with `unconfirmed` is not sent again on any machine, so an
 * order that waits for another at the same address says so too.
 */
function statusOf({ state, skippedBecause }: OrderRecord): string {
  switch (state) {
    case 'ready':
    case 'cancelled':
      return 'not sent';
    case 'sending':
      return 'unconfirmed';
    case 'skipped':
      return skippedBecause === 'held' ? 'unconfirmed' : 'skipped';
    default:
      return state;
  }
}
