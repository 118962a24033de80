import type { Totals } from '../engine';

/** What the command's exit code means. Scripts rely on it: see docs/cli.md. */
export const EXIT = { done: 0, invalidOrRejected: 1, usage: 2, notSent: 3, unconfirmed: 4 } as const;

/** The exit code of a submission: what needs a person most wins. */
export function exitCodeOf(totals: Totals): number {
  if (totals.unconfirmed > 0) return EXIT.unconfirmed;
  if (totals.notSent > 0) return EXIT.notSent;
  if (totals.invalid + totals.rejected > 0) return EXIT.invalidOrRejected;
  return EXIT.done;
}
