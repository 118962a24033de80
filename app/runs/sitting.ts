import type { BatchRecord, Ledger, OrderRecord } from '../ledger';
import type { OrderRequest } from '../orders';
import type { Client } from '../ycm';
import type { RunLimits } from './limits';
import type { Progress } from './progress';
import type { RunControl } from './run-control';

/** One call of submitRun: a batch may take several until its last order is settled. */
export type Sitting = {
  ledger: Ledger;
  client: Client;
  batch: BatchRecord;
  now: () => number;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  random: () => number;
  control: RunControl;
  limits: RunLimits;
  progress: Progress;
};

export type SendableOrder = OrderRecord & { order: OrderRequest; url: string };

export const isSendable = (order: OrderRecord): order is SendableOrder =>
  order.order !== null && order.url !== null;

/** Waits while the run is paused; yields whether it may go on (it was not stopped). */
export async function mayGoOn({ control, progress }: Sitting): Promise<boolean> {
  if (control.paused) {
    progress.tell({ type: 'paused' });
    await control.untilResumed();
    if (!control.stopped) progress.tell({ type: 'resumed' });
  }
  return !control.stopped;
}
