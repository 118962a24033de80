import type { AttemptRecord } from '../ledger';
import type { CloudPbx, CreateAnswer } from '../ycm';
import { compareWithSent, isMatch } from './compare';
import { lookUp } from './look-up';
import { adoptedAfterRefusal, justLikeIt, perhapsOurs, takenBy } from './row-words';
import type { Ending } from './send-order';
import type { SendableOrder, Sitting } from './sitting';

type Refusal = Extract<CreateAnswer, { outcome: 'rejected' }>;

/**
 * YCM says that the address is taken (1000007). That may be by an attempt of ours which was never answered: then the
 * PBX is adopted if it matches the order, and a person is asked if it matches only what was ordered then. Without such
 * an attempt a PBX that matches the order and is no older is asked about, too: the request may have been carried out by
 * what was taken for a refusal (a limit, a token), or sent twice on its way. Anything else is somebody else's.
 */
export async function settleTakenAddress(
  sitting: Sitting,
  order: SendableOrder,
  answer: Refusal,
): Promise<Ending> {
  const { code, message } = answer;
  const earlier = await earlierDoubtful(sitting, order);
  const lookup = await lookUp(sitting.client, order.url);
  const found = lookup.outcome === 'found' ? lookup.value : null;
  const rejected: Ending = {
    to: 'rejected',
    sent: { outcome: 'rejected', code, message },
    error: takenBy(message, found),
  };
  const [first] = earlier;
  if (!found) return first ? asking(perhapsOurs(message, null)) : rejected;
  const { cloudPbxId } = found;
  if (await sitting.ledger.holderOf(sitting.batch.connectionKey, cloudPbxId)) return rejected;
  if (!first) {
    const sentAt = (await sitting.ledger.attempts(order.batchId, order.row)).at(0)?.sentAt ?? null;
    const like = isMatch(compareWithSent(order.order, order.url, found, sentAt));
    return like ? asking(justLikeIt(message, found)) : rejected;
  }
  if (isMatch(compareWithSent(order.order, order.url, found, first.sentAt))) {
    return {
      to: 'created',
      sent: { outcome: 'created', cloudPbxId },
      cloudPbxId,
      error: null,
      reason: adoptedAfterRefusal(first.sentAt),
    };
  }
  return (await matchesOneOf(sitting, earlier, order.url, found))
    ? asking(perhapsOurs(message, found))
    : rejected;
}

const asking = (error: string): Ending => ({
  to: 'unconfirmed',
  sent: { outcome: 'unconfirmed', message: error },
  error,
});

/** Attempts at the address without a known outcome, but for the one that was just answered. */
async function earlierDoubtful({ ledger, batch }: Sitting, order: SendableOrder): Promise<AttemptRecord[]> {
  const { batchId, row, url } = order;
  const current = (await ledger.attempts(batchId, row)).at(-1)?.attempt;
  return (await ledger.doubtfulAttempts(batch.connectionKey, url)).filter(
    (one) => one.batchId !== batchId || one.row !== row || one.attempt !== current,
  );
}

async function matchesOneOf(
  { ledger }: Sitting,
  attempts: readonly AttemptRecord[],
  url: string,
  found: CloudPbx,
): Promise<boolean> {
  for (const { batchId, row, sentAt } of attempts) {
    const attempted = await ledger.order(batchId, row);
    if (attempted?.order && isMatch(compareWithSent(attempted.order, url, found, sentAt))) return true;
  }
  return false;
}
