import { LedgerError, ledgerErrorMessage, NO_ORDERS, type BatchRecord, type Ledger } from '../ledger';
import { connectionKey, type Client } from '../ycm';
import { AnswerNotRecorded, answerNotRecordedMessage } from './answer-not-recorded';
import { Breakers } from './breakers';
import { Canary } from './canary';
import { closeIfSettled } from './close-batch';
import { releaseElsewhere, releaseHeld } from './held-orders';
import { DEFAULT_LIMITS, type RunLimits } from './limits';
import { Progress } from './progress';
import { EXPIRED_SINCE, INTERRUPTED, UNREADABLE_ORDER } from './row-words';
import type { RunControl } from './run-control';
import { stopReasonMessage, type RunEvent, type RunTotals, type StopReason } from './run-events';
import { sendOrder } from './send-order';
import { isSendable, mayGoOn, type SendableOrder, type Sitting } from './sitting';

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

/** Batches being sent by this process. Two senders of one batch would take each other's orders for lost ones. */
const underWay = new WeakMap<Ledger, Set<string>>();

/** Sends a batch's ready orders one after another. Errors of the ledger stop the run and are its stop reason. */
export async function submitRun(options: SubmitOptions): Promise<RunOutcome> {
  const { ledger, batchId } = options;
  const running = underWay.get(ledger) ?? new Set();
  underWay.set(ledger, running);
  if (running.has(batchId)) throw new Error(`Run ${batchId} is being sent already.`);
  running.add(batchId);
  try {
    return await sit(options);
  } finally {
    running.delete(batchId);
  }
}

async function sit(options: SubmitOptions): Promise<RunOutcome> {
  const { ledger, batchId, onEvent } = options;
  let progress = new Progress(NO_ORDERS, onEvent);
  let reason: StopReason | null;
  try {
    const batch = await ledger.batch(batchId);
    if (!batch) throw new LedgerError('no-such-order', { batchId });
    progress = new Progress(await ledger.counts(batchId), onEvent);
    const { client, now, sleep, random, control, limits } = options;
    const sitting: Sitting = {
      ledger,
      client,
      batch,
      now,
      sleep,
      random,
      control,
      progress,
      limits: { ...DEFAULT_LIMITS, ...limits },
    };
    reason = anotherAccount(batch, client) ?? (await begin(sitting, options.canary ?? false));
    await finish(sitting, reason);
    progress = new Progress(await ledger.counts(batchId), onEvent);
  } catch (error) {
    reason = { code: 'ledger', message: ledgerWords(error) };
  }
  if (reason) progress.tell({ type: 'stopped', reason });
  const { totals } = progress;
  progress.tell({ type: 'progress', totals });
  return { ...totals, stopped: reason };
}

async function begin(sitting: Sitting, wantsCanary: boolean): Promise<StopReason | null> {
  const { ledger, batch, limits } = sitting;
  // The first write also takes in the answers that the ledger could not take before.
  await ledger.recordEvent('run-started', { batchId: batch.id, limits, canary: wantsCanary });
  if (batch.stopReason !== null) await ledger.setBatch(batch.id, { stopReason: null });
  await settleInterrupted(sitting);
  const made = await ledger.orders(batch.id, { states: ['created', 'unconfirmed'] });
  const breakers = new Breakers(limits, made);
  const canary = await Canary.of(sitting, wantsCanary);
  const early = await canary.beforeFirst();
  return early ?? sendAll(sitting, breakers, canary);
}

/** Sends what is ready, in sheet order, until nothing is or something says stop. */
async function sendAll(sitting: Sitting, breakers: Breakers, canary: Canary): Promise<StopReason | null> {
  const { ledger, batch } = sitting;
  for (;;) {
    await releaseOwn(sitting);
    const ready = await ledger.orders(batch.id, { states: ['ready'] });
    if (ready.length === 0) return null;
    for (const order of ready) {
      if (!(await mayGoOn(sitting))) return { code: 'stopped' };
      if (!isSendable(order)) {
        await cancel(sitting, order.row, UNREADABLE_ORDER);
        continue;
      }
      if (hasExpired(sitting, order)) {
        await cancel(sitting, order.row, EXPIRED_SINCE);
        continue;
      }
      const barred = breakers.before(order);
      if (barred) return barred;
      const sent = await sendOrder(sitting, order);
      const enough = breakers.after(order, sent) ?? (await canary.after(order, sent));
      if (enough) return enough;
    }
  }
}

/** An order left `sending` in this process: only a ledger that could not be written leaves one. */
async function settleInterrupted({ ledger, batch, now, progress }: Sitting): Promise<void> {
  for (const { row } of await ledger.orders(batch.id, { states: ['sending'] })) {
    const facts = { at: now(), error: INTERRUPTED, reason: 'interrupted' };
    await ledger.transition(batch.id, row, 'sending', 'unconfirmed', facts);
    progress.changed({ row, from: 'sending', to: 'unconfirmed', message: INTERRUPTED });
  }
}

async function releaseOwn({ ledger, batch, now, progress }: Sitting): Promise<void> {
  for (const { order, to, cloudPbxId, message } of await releaseHeld(ledger, batch.id, now))
    progress.changed({ row: order.row, from: 'skipped', to, held: -1, cloudPbxId, message });
}

/** What was planned long ago may be over before it began: nobody agreed to that. */
const hasExpired = ({ now }: Sitting, { order: { expirationDate } }: SendableOrder): boolean =>
  expirationDate !== undefined && expirationDate * 1000 <= now();

/** What this version can't send as it was meant is not sent: never guess what it meant. */
async function cancel({ ledger, batch, now, progress }: Sitting, row: number, why: string): Promise<void> {
  await ledger.transition(batch.id, row, 'ready', 'cancelled', { at: now(), error: why });
  progress.changed({ row, from: 'ready', to: 'cancelled', message: why });
}

async function finish(
  { ledger, batch, now }: Pick<Sitting, 'ledger' | 'batch' | 'now'>,
  reason: StopReason | null,
): Promise<void> {
  const { id, connectionKey: key } = batch;
  if (reason) await ledger.setBatch(id, { stopReason: stopReasonMessage(reason) });
  await closeIfSettled(ledger, id);
  await releaseElsewhere(ledger, { batchId: id, connectionKey: key }, now);
}

function anotherAccount(batch: BatchRecord, { connection }: Client): StopReason | null {
  if (connectionKey(connection) === batch.connectionKey) return null;
  return {
    code: 'another-account',
    message: `This run was begun with "${batch.connectionName}"; "${connection.name}" is now another account, so nothing was sent. Set the connection back, or submit the sheet anew.`,
  };
}

function ledgerWords(error: unknown): string {
  if (error instanceof AnswerNotRecorded) return answerNotRecordedMessage(error);
  if (error instanceof LedgerError) return ledgerErrorMessage(error);
  throw error;
}
