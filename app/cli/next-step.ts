import type { Candidate, Totals } from '../engine';

/** What to type after a run that left something to do; null: nothing is left. */
export function nextStep(run: string, { unconfirmed, notSent }: Totals): string | null {
  if (unconfirmed > 0) return `To settle what is unconfirmed: pbx-orders reconcile ${run}`;
  return notSent > 0 ? `To send the rest: pbx-orders resume ${run}` : null;
}

/** How a person decides what the lookup could not. */
export function decisionsFor(run: string, candidates: readonly Candidate[]): string | null {
  const open = candidates.find(({ outcome }) => outcome === 'differs' || outcome === 'unknown');
  if (!open) return null;
  const { row, cloudPbxId } = open;
  return `To decide, for example: pbx-orders reconcile ${run} --adopt ${row}=${cloudPbxId ?? 'ID'} (it is this PBX), --send-again ${row} (it surely does not exist) or --leave ${row}`;
}
