import type { AttemptRecord } from '../ledger';
import type { CloudPbx, CreateAnswer } from '../ycm';
import { compareWithSent, isMatch } from './compare';
import { lookUp } from './look-up';
import {
  adoptedAfterRefusal,
  justLikeIt,
  nothingShown,
  perhapsOurs,
  takenBy,
  takenByUnknown,
} from './row-words';
import type { Ending } from './send-order';
import type { SendableOrder, Sitting } from './sitting';

type Refusal = Extract<CreateAnswer, { outcome: 'rejected' }>;

/**
 * YCM says that the address is taken (1000007). That may be by an attempt of ours which was never answered: then the
 * PBX is adopted if it matches the order, and a person is asked if it matches only what was ordered then. Without such
 * an attempt a PBX that matches the order and is no older is asked about, too: the request may have been carried out by
 * what was taken for a refusal (a limit, a token), or sent twice on its way. So is one that can't be looked up, or of
 * which too little is shown. Anything else is somebody else's.
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
  if (!found) {
    if (first) return asking(perhapsOurs(message, null));
    // What no list of the account shows is another account's.
    return lookup.outcome === 'absent' ? rejected : asking(takenByUnknown(message));
  }
  const { cloudPbxId } = found;
  if (await sitting.ledger.holderOf(sitting.batch.connectionKey, cloudPbxId)) return rejected;
  const sentAt = first?.sentAt ?? (await firstSentAt(sitting, order));
  const compared = compareWithSent(order.order, order.url, found, sentAt);
  if (compared.some((one) => !one.same))
    return (await matchesOneOf(sitting, earlier, order.url, found))
      ? asking(perhapsOurs(message, found))
      : rejected;
  if (!isMatch(compared)) return asking(nothingShown(message, found));
  if (!first) return asking(justLikeIt(message, found));
  return {
    to: 'created',
    sent: { outcome: 'created', cloudPbxId },
    cloudPbxId,
    error: null,
    reason: adoptedAfterRefusal(first.sentAt),
  };
}

const asking = (error: string): Ending => ({
  to: 'unconfirmed',
  sent: { outcome: 'unconfirmed', message: error },
  error,
});

const firstSentAt = async ({ ledger }: Sitting, { batchId, row }: SendableOrder): Promise<number | null> =>
  (await ledger.attempts(batchId, row)).at(0)?.sentAt ?? null;

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
