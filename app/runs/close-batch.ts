import type { Ledger, StateCounts } from '../ledger';

/** Whether an order of the batch may still be sent or settled. */
export function isOpen({ ready, sending, unconfirmed, held }: StateCounts): boolean {
  return ready + sending + unconfirmed + held > 0;
}

/** Marks a batch finished when nothing of it is left to send or to settle, and open when something is. */
export async function closeIfSettled(ledger: Ledger, batchId: string): Promise<void> {
  const batch = await ledger.batch(batchId);
  if (!batch) return;
  const state = isOpen(await ledger.counts(batchId)) ? 'open' : 'finished';
  if (batch.state === state) return;
  await ledger.setBatch(batchId, { state, ...(state === 'finished' && { stopReason: null }) });
}
