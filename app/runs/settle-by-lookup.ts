import type { CloudPbx } from '../ycm';
import { compareWithSent, isMatch } from './compare';
import { lookUp } from './look-up';
import type { Doubt, ReconcileOutcome } from './reconcile';
import { pbxWords } from './row-words';

/** Looks one unconfirmed order up, and settles it where what is found leaves no doubt. Throws LedgerError. */
export async function settleByLookup(doubt: Doubt): Promise<ReconcileOutcome> {
  const { client, order } = doubt;
  const found = await lookUp(client, order.url);
  if (found.outcome === 'found') return settleFound(doubt, found.value);
  if (found.outcome === 'absent') return settleAbsent(doubt);
  return { ...about(doubt), outcome: 'unknown', message: `It could not be looked up: ${found.message}` };
}

async function settleFound(doubt: Doubt, found: CloudPbx): Promise<ReconcileOutcome> {
  const { ledger, batch, order, now } = doubt;
  const { cloudPbxId } = found;
  const firstSent = (await ledger.attempts(order.batchId, order.row)).at(0)?.sentAt ?? null;
  const compared = order.order ? compareWithSent(order.order, order.url, found, firstSent) : [];
  const outcome = { ...about(doubt), compared, cloudPbxId };
  const holder = await ledger.holderOf(batch.connectionKey, cloudPbxId);
  if (holder) {
    const message = `${pbxWords(found)} is there, but it belongs to ${holder.sheet} row ${holder.row} (${holder.url}). Compare them and decide.`;
    return { ...outcome, outcome: 'differs', message };
  }
  if (!isMatch(compared)) {
    const message = `${pbxWords(found)} is there, and is not what was ordered. Compare them and decide.`;
    return { ...outcome, outcome: 'differs', message };
  }
  if ((await ledger.doubtfulAttempts(batch.connectionKey, order.url)).length === 0) {
    const message = `${pbxWords(found)} is there and just what was ordered, but YCM refused each request for it that was answered. Adopt it if it is yours.`;
    return { ...outcome, outcome: 'differs', message };
  }
  const reason = `found at its address: ${pbxWords(found)}`;
  const facts = { at: now(), cloudPbxId, error: null, reason };
  await ledger.transition(order.batchId, order.row, 'unconfirmed', 'created', facts);
  return { ...outcome, outcome: 'adopted', message: `${pbxWords(found)} is there and matches the order.` };
}

/** Absent by both lookups; believed only when the request can't be on its way any more. */
async function settleAbsent(doubt: Doubt): Promise<ReconcileOutcome> {
  const { ledger, order, now, minAgeMs } = doubt;
  const sentAt = (await ledger.attempts(order.batchId, order.row)).at(-1)?.sentAt;
  const at = now();
  // Getting a token may come between the intent and the request, and a request is given up long after it was sent.
  const last = Math.max(sentAt ?? at, order.processedAt ?? 0);
  const left = last + minAgeMs - at;
  if (left > 0) return { ...about(doubt), outcome: 'too-recent', message: tooRecent(left) };
  const reason = 'absent by URL and in the list';
  await ledger.transition(order.batchId, order.row, 'unconfirmed', 'ready', { at, error: null, reason });
  const message = 'YCM has no PBX at this address, so the order can be sent again.';
  return { ...about(doubt), outcome: 'absent-ready', message };
}

/** `left`: how long (ms) an absence is not to be believed yet. */
export const tooRecent = (left: number): string =>
  `It is not there yet, but was sent only a moment ago. Look again in ${Math.ceil(left / 1000)} seconds.`;

export function about({ order }: Doubt): Omit<ReconcileOutcome, 'outcome' | 'message'> {
  const { row, name, url } = order;
  return { row, name, url, compared: [], cloudPbxId: null };
}
