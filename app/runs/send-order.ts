import { LedgerError, type AttemptAnswer, type OrderState } from '../ledger';
import type { AlreadyMade, OrderRequest } from '../orders';
import type { Client, CreateAnswer } from '../ycm';
import { AnswerNotRecorded } from './answer-not-recorded';
import { backoffMs } from './backoff';
import { heldBy, idOfAnother, madeBefore } from './row-words';
import { mayGoOn, type SendableOrder, type Sitting } from './sitting';
import { settleTakenAddress } from './taken-address';

/** What became of one order in this sitting. With the last three it is still ready, and the run must stop. */
export type Sent =
  | { outcome: 'created'; cloudPbxId: string }
  | { outcome: 'rejected'; code: string | null; message: string }
  | { outcome: 'unconfirmed'; message: string }
  | { outcome: 'skipped' }
  | { outcome: 'denied'; message: string }
  | { outcome: 'unreachable'; attempts: number; message: string }
  | { outcome: 'stopped' };

/**
 * Sends one ready order until its outcome is known or known to be unknown. Its intent is on disk before each request
 * and its answer before this resolves. Only what was certainly not created is sent again. Throws LedgerError and
 * AnswerNotRecorded.
 */
export async function sendOrder(sitting: Sitting, order: SendableOrder): Promise<Sent> {
  const { ledger, client, now, limits, progress } = sitting;
  for (let attempt = 1; ; attempt++) {
    const claim = await ledger.transition(order.batchId, order.row, 'ready', 'sending', { at: now() });
    if (!claim.ok) return skip(sitting, order, claim.conflict);
    progress.changed({ row: order.row, from: 'ready', to: 'sending' });
    const answer = await believed(sitting, order, await ask(client, order.order, now));
    const ending = await endingOf(sitting, order, answer, attempt);
    await record(sitting, order, answer, ending);
    if (answer.outcome !== 'not-sent' || attempt >= limits.attempts) return ending.sent;
    await waitToSendAgain(sitting, attempt, answer);
    if (!(await mayGoOn(sitting))) return { outcome: 'stopped' };
  }
}

/** Where an answer takes its order. `error`: the words beside the row, null to clear; `reason`: for the audit trail. */
export type Ending = {
  to: OrderState;
  sent: Sent;
  cloudPbxId?: string;
  error: string | null;
  reason?: string;
};

async function endingOf(
  sitting: Sitting,
  order: SendableOrder,
  answer: CreateAnswer,
  attempts: number,
): Promise<Ending> {
  switch (answer.outcome) {
    case 'created': {
      const { cloudPbxId } = answer;
      return { to: 'created', sent: { outcome: 'created', cloudPbxId }, cloudPbxId, error: null };
    }
    case 'rejected': {
      if (answer.alreadyExists) return settleTakenAddress(sitting, order, answer);
      const { code, message } = answer;
      return { to: 'rejected', sent: { outcome: 'rejected', code, message }, error: message };
    }
    case 'not-sent': {
      const { message } = answer;
      return { to: 'ready', sent: { outcome: 'unreachable', attempts, message }, error: message };
    }
    case 'denied':
      return { to: 'ready', sent: { outcome: 'denied', message: answer.message }, error: answer.message };
    case 'unconfirmed': {
      const { message } = answer;
      return { to: 'unconfirmed', sent: { outcome: 'unconfirmed', message }, error: message };
    }
  }
}

/** A client that breaks its promise not to throw may have sent the order all the same. */
async function ask(client: Client, order: OrderRequest, now: () => number): Promise<CreateAnswer> {
  try {
    return await client.createCloudPbx(order);
  } catch (error) {
    const message = `The answer could not be taken in: ${error instanceof Error ? error.message : String(error)}`;
    const none = { requestId: null, httpStatus: null, raw: '' };
    return { ...none, at: now(), outcome: 'unconfirmed', reason: 'no-answer', message };
  }
}

/**
 * An id that another order of ours has is this order's only if YCM itself shows that PBX at its address: an answer may
 * reach the wrong request. Otherwise the order is looked up before anything is believed.
 */
async function believed(
  { ledger, client, batch }: Sitting,
  { url }: SendableOrder,
  answer: CreateAnswer,
): Promise<CreateAnswer> {
  if (answer.outcome !== 'created') return answer;
  const { cloudPbxId, ...facts } = answer;
  // A ledger that fails to answer must not cost the id: recording it comes next.
  const holder = await ledger.holderOf(batch.connectionKey, cloudPbxId).catch(() => null);
  if (!holder) return answer;
  const shown = await client.cloudPbx(cloudPbxId);
  if (shown.outcome === 'found' && shown.value.url?.toLowerCase() === url) return answer;
  return {
    ...facts,
    outcome: 'unconfirmed',
    reason: 'id-of-another',
    message: idOfAnother(cloudPbxId, holder),
  };
}

async function record(
  { ledger, progress }: Sitting,
  order: SendableOrder,
  answer: CreateAnswer,
  { to, cloudPbxId, error, reason }: Ending,
): Promise<void> {
  const { batchId, row } = order;
  const facts = {
    at: answer.at,
    requestId: answer.requestId,
    error,
    answer: attemptAnswer(answer),
    ...(cloudPbxId !== undefined && { cloudPbxId }),
    ...(reason !== undefined && { reason }),
  };
  const told = { row, from: 'sending', to, requestId: answer.requestId, message: error } as const;
  try {
    await ledger.transition(batchId, row, 'sending', to, facts);
  } catch (error) {
    // Whatever went wrong, the answer is known only here.
    const failure = error instanceof LedgerError ? error : new LedgerError('failed', {}, error);
    progress.changed({ ...told, cloudPbxId: cloudPbxId ?? null });
    await keepInTrail(ledger, order, facts.answer, cloudPbxId, failure);
    throw new AnswerNotRecorded(failure, { row, url: order.url, cloudPbxId: cloudPbxId ?? null });
  }
  progress.changed({ ...told, cloudPbxId: cloudPbxId ?? null });
}

/** The ledger works but refused the change: what was answered must not be lost with it. */
async function keepInTrail(
  ledger: Sitting['ledger'],
  { batchId, row, url }: SendableOrder,
  answer: AttemptAnswer,
  cloudPbxId: string | undefined,
  failure: LedgerError,
): Promise<void> {
  if (failure.code !== 'illegal-transition') return;
  try {
    await ledger.recordEvent('answer-kept', { batchId, row, url, cloudPbxId: cloudPbxId ?? null, answer });
  } catch {
    // The id is still said to the person: that the ledger fails is being told anyway.
  }
}

function attemptAnswer(answer: CreateAnswer): AttemptAnswer {
  const { outcome, at, requestId, httpStatus, raw } = answer;
  return {
    outcome,
    at,
    requestId,
    httpStatus,
    code: 'code' in answer ? answer.code : 'reason' in answer ? answer.reason : null,
    message: 'message' in answer ? answer.message : null,
    raw,
  };
}

/** Another order has the address: created, so this one is done; else it waits until that one is settled. */
async function skip(
  { ledger, now, progress }: Sitting,
  order: SendableOrder,
  other: AlreadyMade,
): Promise<Sent> {
  const { batchId, row } = order;
  const held = other.state !== 'created';
  const message = held ? heldBy(other) : madeBefore(other);
  const facts = { at: now(), skippedBecause: held ? 'held' : 'in-ledger', error: message } as const;
  const { cloudPbxId } = other;
  await ledger.transition(batchId, row, 'ready', 'skipped', held ? facts : { ...facts, cloudPbxId });
  progress.changed({
    row,
    from: 'ready',
    to: 'skipped',
    held: held ? 1 : 0,
    message,
    cloudPbxId: held ? null : cloudPbxId,
  });
  return { outcome: 'skipped' };
}

async function waitToSendAgain(
  { control, limits, progress, random, sleep }: Sitting,
  attempt: number,
  answer: Extract<CreateAnswer, { outcome: 'not-sent' }>,
): Promise<void> {
  const ms = backoffMs(attempt, answer.retryAfterMs, limits, random);
  if (control.stopped) return;
  progress.tell({ type: 'waiting', ms, reason: answer.message });
  await sleep(ms, control.signal);
}
