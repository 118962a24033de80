import type { Ledger } from '../ledger';
import type { Client } from '../ycm';
import type { RunLimits } from './limits';
import type { RunControl } from './run-control';
import type { RunEvent, RunTotals, StopReason } from './run-events';

export type SubmitOptions = {
  ledger: Ledger;
  client: Client;
  batchId: string;
  now: () => number;
  /** Resolves after `ms`, or as soon as the signal aborts. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to 1. */
  random: () => number;
  control: RunControl;
  onEvent: (event: RunEvent) => void;
  limits?: Partial<RunLimits>;
  /** Create the first order alone, read it back and stop if it differs. */
  canary?: boolean;
};
export type RunOutcome = RunTotals & { stopped: StopReason | null };

/** Sends a batch's ready orders one after another. Errors of the ledger stop the run and are its stop reason. */
export async function submitRun(options: SubmitOptions): Promise<RunOutcome> {
  throw new Error(`not yet ${options.batchId}`);
}
