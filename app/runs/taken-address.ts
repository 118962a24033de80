import type { AttemptRecord } from '../ledger';
import type { CloudPbx, CreateAnswer } from '../ycm';
import { compareWithSent, isMatch } from './compare';
import { lookUp } from './look-up';
import { adoptedAfterRefusal, perhapsOurs, takenBy } from './row-words';
import type { Ending } from './send-order';
import type { SendableOrder, Sitting } from './sitting';

type Refusal = Extract<CreateAnswer, { outcome: 'rejected' }>;

/**
 * YCM says that the address is taken (1000007). That may be by an attempt of ours which was never answered: then the
 * PBX is adopted if it matches the order, and a person is asked if it matches only what was ordered then. Without such
 * an attempt, or when it matches neither, somebody else has the address.
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
  if (!first) return rejected;
  const unclear = perhapsOurs(message, found);
  const ask: Ending = {
    to: 'unconfirmed',
    sent: { outcome: 'unconfirmed', message: unclear },
    error: unclear,
  };
  if (!found) return ask;
  const { cloudPbxId } = found;
  if (await sitting.ledger.holderOf(sitting.batch.connectionKey, cloudPbxId)) return rejected;
  if (isMatch(compareWithSent(order.order, order.url, found, first.sentAt))) {
    return {
      to: 'created',
      sent: { outcome: 'created', cloudPbxId },
      cloudPbxId,
      error: null,
      reason: adoptedAfterRefusal(first.sentAt),
    };
  }
  return (await matchesOneOf(sitting, earlier, order.url, found)) ? ask : rejected;
}

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
