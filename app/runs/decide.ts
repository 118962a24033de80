import { compareWithOrder } from './compare';
import type { Decision, Doubt, ReconcileOutcome } from './reconcile';
import { pbxWords } from './row-words';
import { about } from './settle-by-lookup';

/** Carries out what a person decided about one unconfirmed order. The decision is on record before it takes effect. */
export async function decide(doubt: Doubt, decision: Decision): Promise<ReconcileOutcome> {
  switch (decision.choice) {
    case 'adopt':
      return adopt(doubt, decision);
    case 'send-again':
      return sendAgain(doubt, decision);
    case 'leave':
      await remember(doubt, decision);
      return { ...about(doubt), outcome: 'left', message: 'Left as it is; it will not be sent.' };
  }
}

/** Adopts an id that is a PBX of the account, at the order's address, and no other order's. */
async function adopt(
  doubt: Doubt,
  decision: Extract<Decision, { choice: 'adopt' }>,
): Promise<ReconcileOutcome> {
  const { ledger, client, batch, order, now } = doubt;
  const refuse = (message: string): ReconcileOutcome => ({ ...about(doubt), outcome: 'refused', message });
  const lookup = await client.cloudPbx(decision.cloudPbxId);
  if (lookup.outcome === 'absent')
    return refuse(`The account has no PBX with the id ${decision.cloudPbxId}. Check the number.`);
  if (lookup.outcome === 'failed')
    return refuse(
      `PBX ${decision.cloudPbxId} could not be looked up, so nothing was changed: ${lookup.message}`,
    );
  const found = lookup.value;
  const { cloudPbxId } = found;
  const compared = order.order ? compareWithOrder(order.order, order.url, found) : [];
  if (found.url !== null && found.url.toLowerCase() !== order.url) {
    const message = `${pbxWords(found)} is at ${found.url}, and this order is for ${order.url}.`;
    return { ...refuse(message), compared };
  }
  const holder = await ledger.holderOf(batch.connectionKey, cloudPbxId);
  if (holder) {
    return refuse(`PBX ${cloudPbxId} belongs to ${holder.sheet} row ${holder.row} already (${holder.url}).`);
  }
  await remember(doubt, decision, { cloudPbxId });
  const facts = { at: now(), cloudPbxId, error: null, ...because(decision) };
  await ledger.transition(order.batchId, order.row, 'unconfirmed', 'created', facts);
  return {
    ...about(doubt),
    compared,
    cloudPbxId,
    outcome: 'adopted',
    message: `${pbxWords(found)} is now this order's, as ${decision.by} decided.`,
  };
}

async function sendAgain(doubt: Doubt, decision: Decision): Promise<ReconcileOutcome> {
  const { ledger, order, now } = doubt;
  await remember(doubt, decision);
  const facts = { at: now(), error: null, ...because(decision) };
  await ledger.transition(order.batchId, order.row, 'unconfirmed', 'ready', facts);
  const message = `Will be sent again when the run goes on, as ${decision.by} decided.`;
  return { ...about(doubt), outcome: 'ready', message };
}

const because = ({ by, reason }: Decision): { decidedBy: string; reason: string } => ({
  decidedBy: by,
  reason: reason ?? 'decided by a person',
});

/** Puts a decision on record. */
export async function remember(
  { ledger, order, now }: Doubt,
  { choice, by, reason = '' }: Decision,
  { cloudPbxId }: { cloudPbxId?: string } = {},
): Promise<void> {
  await ledger.recordDecision({
    batchId: order.batchId,
    row: order.row,
    at: now(),
    decidedBy: by,
    choice,
    reason: cloudPbxId === undefined ? reason : `PBX ${cloudPbxId}${reason ? `: ${reason}` : ''}`,
  });
}
