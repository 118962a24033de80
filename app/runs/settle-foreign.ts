import type { BatchRecord, Ledger } from '../ledger';
import { remember } from './decide';
import { lookUp } from './look-up';
import type { Decision, Doubt, ReconcileOutcome } from './reconcile';
import { IN_ACCOUNT, MAY_BE_SENT, pbxWords } from './row-words';
import { about, tooRecent } from './settle-by-lookup';

/** Orders that only their sheet says were sent, by another computer or a run that is lost; nothing here waits for them. */
export async function foreignDoubts(ledger: Ledger, batch: BatchRecord): Promise<Doubt['order'][]> {
  const skipped = await ledger.orders(batch.id, { states: ['skipped'] });
  const held = skipped.flatMap((order) =>
    order.skippedBecause === 'held' && order.order === null && order.url !== null
      ? [{ ...order, url: order.url }]
      : [],
  );
  if (held.length === 0) return [];
  const urls = held.map(({ url }) => url);
  const known = new Set((await ledger.alreadyMade(batch.connectionKey, urls)).map(({ url }) => url));
  const foreign: Doubt['order'][] = [];
  for (const order of held) {
    if (known.has(order.url)) continue;
    if ((await ledger.doubtfulAttempts(batch.connectionKey, order.url)).length > 0) continue;
    foreign.push(order);
  }
  return foreign;
}

/**
 * Looks such an order up: found, it is done. Absent, it stays as it is until a person decides that its run will not go
 * on; then its result says "not sent", so that the result sheet can be submitted. Nothing here is ever sent.
 */
export async function settleForeign(doubt: Doubt, decision?: Decision): Promise<ReconcileOutcome> {
  const { ledger, client, batch, order, now, minAgeMs } = doubt;
  const refuse = (message: string): ReconcileOutcome => ({ ...about(doubt), outcome: 'refused', message });
  const found = await lookUp(client, order.url);
  if (found.outcome === 'failed') {
    const message = `It could not be looked up: ${found.message}`;
    return decision ? refuse(message) : { ...about(doubt), outcome: 'unknown', message };
  }
  if (found.outcome === 'found') {
    const { cloudPbxId } = found.value;
    if (decision?.choice === 'adopt' && decision.cloudPbxId !== cloudPbxId)
      return refuse(`${pbxWords(found.value)} is at ${order.url}, not PBX ${decision.cloudPbxId}.`);
    if (decision) await remember(doubt, decision);
    const facts = { at: now(), skippedBecause: 'in-account', cloudPbxId, error: IN_ACCOUNT } as const;
    await ledger.transition(batch.id, order.row, 'skipped', 'skipped', facts);
    const message = `${pbxWords(found.value)} is there, so the order is done.`;
    return { ...about(doubt), cloudPbxId, outcome: 'adopted', message };
  }
  if (!decision) {
    const message =
      'YCM has no PBX at this address, but this computer does not know the run that sent it. If that run is lost or will not go on, decide that it was not created.';
    return { ...about(doubt), outcome: 'unknown', message };
  }
  if (decision.choice === 'adopt') return refuse(`YCM has no PBX at ${order.url}, so none can be adopted.`);
  if (decision.choice === 'leave') {
    await remember(doubt, decision);
    return { ...about(doubt), outcome: 'left', message: 'Left as it is; it will not be sent.' };
  }
  // The sheet came from elsewhere, so whatever sent it did so before the sheet was recorded here.
  const left = batch.createdAt + minAgeMs - now();
  if (left > 0) return { ...about(doubt), outcome: 'too-recent', message: tooRecent(left) };
  await remember(doubt, decision);
  const { by, reason = 'decided by a person' } = decision;
  const facts = { skippedBecause: null, error: null, decidedBy: by, reason };
  await ledger.transition(batch.id, order.row, 'skipped', 'ready', { at: now(), ...facts });
  await ledger.transition(batch.id, order.row, 'ready', 'cancelled', { at: now(), error: MAY_BE_SENT });
  const message = `It is not there, and ${by} decided that it may be sent: submit the result sheet.`;
  return { ...about(doubt), outcome: 'ready', message };
}
