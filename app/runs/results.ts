import type { Ledger, OrderRecord } from '../ledger';
import type { RowResult } from '../sheets';
import { INTERRUPTED } from './row-words';

/** Each row of a batch as its result sheet shows it, made anew from the ledger. Throws LedgerError. */
export async function resultsOf(ledger: Ledger, batchId: string): Promise<RowResult[]> {
  return (await ledger.orders(batchId)).map((order) => ({
    row: order.row,
    status: statusOf(order),
    cloudPbxId: order.cloudPbxId,
    requestId: order.requestId,
    error: order.state === 'sending' ? (order.error ?? INTERRUPTED) : order.error,
    processedAt: order.processedAt,
  }));
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
