import { LedgerError, type BatchRecord, type Ledger, type OrderRecord } from '../ledger';
import { connectionKey, type Client } from '../ycm';
import { closeIfSettled } from './close-batch';
import type { Compared } from './compare';
import { decide } from './decide';
import { releaseElsewhere, releaseHeld } from './held-orders';
import { settleByLookup } from './settle-by-lookup';
import { foreignDoubts, settleForeign } from './settle-foreign';

/** What a person decided about an unconfirmed order. */
export type Decision =
  | { choice: 'adopt'; row: number; cloudPbxId: string; by: string; reason?: string }
  | { choice: 'send-again'; row: number; by: string; reason?: string }
  | { choice: 'leave'; row: number; by: string; reason?: string };

export type ReconcileOutcome = {
  row: number;
  name: string;
  url: string;
  compared: Compared[];
  cloudPbxId: string | null;
  message: string;
} & {
  /** `refused`: the decision could not be carried out; `left` and `ready`: as the operator decided. */
  outcome: 'adopted' | 'differs' | 'absent-ready' | 'too-recent' | 'unknown' | 'left' | 'ready' | 'refused';
};

export type ReconcileOptions = {
  ledger: Ledger;
  client: Client;
  batchId: string;
  now: () => number;
  /** A PBX not found is only believed absent this long (ms) after the order was sent. */
  minAgeMs?: number;
  /** When given, only these rows are settled, as decided; nothing else is looked up. */
  decisions?: readonly Decision[];
};

/** Longer than any request is waited for, so that one still on its way has arrived. */
const MIN_AGE_MS = 120_000;

/** One unconfirmed order about to be settled, or one that its sheet alone says is in doubt. */
export type Doubt = {
  ledger: Ledger;
  client: Client;
  batch: BatchRecord;
  order: OrderRecord & { url: string };
  now: () => number;
  minAgeMs: number;
};

/**
 * Settles a batch's unconfirmed orders: by looking each up, or as a person decided. Sends nothing. Yields one outcome
 * for each, in sheet order or in that of the decisions. Throws LedgerError.
 */
export async function reconcile(options: ReconcileOptions): Promise<ReconcileOutcome[]> {
  const { ledger, client, batchId, now, decisions, minAgeMs = MIN_AGE_MS } = options;
  const batch = await ledger.batch(batchId);
  if (!batch) throw new LedgerError('no-such-order', { batchId });
  const outcomes: ReconcileOutcome[] = [];
  const open = new Map<number, Doubt['order']>();
  for (const order of await ledger.orders(batchId, { states: ['unconfirmed'] }))
    if (order.url !== null) open.set(order.row, { ...order, url: order.url });
  const foreign = new Map((await foreignDoubts(ledger, batch)).map((order) => [order.row, order]));
  const rows = [...open.keys(), ...foreign.keys()].sort((a, b) => a - b);
  const sameAccount = connectionKey(client.connection) === batch.connectionKey;
  const about = { ledger, client, batch, now, minAgeMs };
  for (const row of decisions ? decisions.map((one) => one.row) : rows) {
    const order = open.get(row) ?? foreign.get(row);
    const decision = decisions?.find((one) => one.row === row);
    if (!order) outcomes.push(await nothingToDecide(ledger, batchId, row));
    else if (!sameAccount) outcomes.push(refusedAccount(order, batch));
    else if (foreign.has(row)) outcomes.push(await settleForeign({ ...about, order }, decision));
    else if (decision) outcomes.push(await decide({ ...about, order }, decision));
    else outcomes.push(await settleByLookup({ ...about, order }));
  }
  await releaseHeld(ledger, batchId, now);
  await closeIfSettled(ledger, batchId);
  await releaseElsewhere(ledger, { batchId, connectionKey: batch.connectionKey }, now);
  return outcomes;
}

async function nothingToDecide(ledger: Ledger, batchId: string, row: number): Promise<ReconcileOutcome> {
  const order = await ledger.order(batchId, row);
  const { name = '', url = null, cloudPbxId = null } = order ?? {};
  const held = order?.skippedBecause === 'held';
  const state = order
    ? `row ${row} is ${held ? 'waiting for another order' : order.state}`
    : `there is no row ${row}`;
  const message = `Nothing to decide: ${state}.${held && order.error ? ` ${order.error}` : ''}`;
  return { row, name, url: url ?? '', compared: [], cloudPbxId, outcome: 'refused', message };
}

function refusedAccount(
  { row, name, url }: Doubt['order'],
  { connectionName }: BatchRecord,
): ReconcileOutcome {
  const message = `The run was sent with another account ("${connectionName}" as it was then), so this one can't tell.`;
  return { row, name, url, compared: [], cloudPbxId: null, outcome: 'refused', message };
}
