import type { Ledger, StateCounts } from '../ledger';
import type { RunTotals } from './run-events';

/** A batch's totals as the ledger has them. Throws LedgerError. */
export async function runTotals(ledger: Ledger, batchId: string): Promise<RunTotals> {
  return totalsOf(await ledger.counts(batchId));
}

/** A held order counts as unconfirmed: a person must settle the order it waits for. */
export function totalsOf(counts: StateCounts): RunTotals {
  const totals = {
    created: counts.created,
    rejected: counts.rejected,
    skipped: counts.skipped - counts.held,
    unconfirmed: counts.unconfirmed + counts.sending + counts.held,
    notSent: counts.ready + counts.cancelled,
    invalid: counts.invalid,
  };
  return { rows: Object.values(totals).reduce((sum, count) => sum + count, 0), ...totals };
}
