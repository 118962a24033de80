import * as z from 'zod';
import type { Amounts, Capacity, Lookup } from './answers';
import { ask, failedLookup } from './ask';
import type { Session } from './session';
import { wordsFor } from './ycm-error';

const amount = z.coerce.number().min(0);
const amounts = z.object({
  extensionCapacity: amount,
  concurrentCallCapacity: amount,
  recordingCapacity: amount,
});
const subscriptionSchema = z.object({
  capacity: z.object({ total: amounts, used: amounts, available: amounts }),
});

/** What the account has in all, and what of it is left. YCM API, Query the Subscription of P-Series Hosting Package. */
export async function subscription(session: Session): Promise<Lookup<Capacity>> {
  try {
    const { data } = await ask(session, '/dm/open_api/v1/subscription');
    const read = subscriptionSchema.safeParse(data);
    if (!read.success) {
      return {
        outcome: 'failed',
        reason: 'unreadable',
        message: wordsFor('unreadable', { host: session.host }),
      };
    }
    const { total, used, available } = read.data.capacity;
    const of = (name: keyof z.infer<typeof amounts>): Amounts => ({
      total: total[name],
      used: used[name],
      available: available[name],
    });
    return {
      outcome: 'found',
      value: {
        extensions: of('extensionCapacity'),
        concurrentCalls: of('concurrentCallCapacity'),
        recordingMinutes: of('recordingCapacity'),
      },
    };
  } catch (error) {
    return failedLookup(error);
  }
}
