import type { Ledger } from '../ledger';
import { closeIfSettled } from './close-batch';
import { REPLACED, unsettledBefore } from './row-words';

/**
 * Cancels the orders of an open batch that were never sent, because the same sheet is submitted again.
 * Those of another sheet of the workbook stay as they are.
 */
export async function cancelNeverSent(
  ledger: Ledger,
  batchId: string,
  sheet: string,
  now: () => number,
): Promise<void> {
  const batch = await ledger.batch(batchId);
  if (!batch || batch.sheet !== sheet) return;
  for (const { row, state, skippedBecause, order } of await ledger.orders(batchId, {
    states: ['ready', 'skipped'],
  })) {
    // Held without an order to send: the sheet says that it may be created, and that is still so.
    if (state === 'skipped' && (skippedBecause !== 'held' || order === null)) continue;
    const at = now();
    if (state === 'skipped')
      await ledger.transition(batchId, row, 'skipped', 'ready', { at, skippedBecause: null });
    await ledger.transition(batchId, row, 'ready', 'cancelled', { at, error: REPLACED });
  }
  await closeIfSettled(ledger, batchId);
}

/**
 * Rows of the same sheet of the same file that an earlier batch sent without a known outcome, whatever their address
 * was then: sent again under a corrected address they would be created twice.
 */
export async function unsettledRows(
  ledger: Ledger,
  { sha256, connectionKey, sheet }: { sha256: string; connectionKey: string; sheet: string },
): Promise<Map<number, string>> {
  const rows = new Map<number, string>();
  for (const batch of await ledger.batches({ sha256, connectionKey, state: 'open' })) {
    if (batch.sheet !== sheet) continue;
    for (const { row, url } of await ledger.orders(batch.id, { states: ['sending', 'unconfirmed'] }))
      rows.set(row, unsettledBefore(url ?? '', batch.id));
  }
  return rows;
}
