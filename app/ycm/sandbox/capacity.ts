import { FREE_RECORDING_MINUTES } from '../../orders';
import type { Capacity } from '../answers';
import type { StoredPbx } from './pbx-store';

export type Totals = { [Of in keyof Capacity]: number };

/** Plenty, so that only a sandbox that is given less runs out. */
export const PLENTY: Totals = {
  extensions: 1_000_000,
  concurrentCalls: 1_000_000,
  recordingMinutes: 10_000_000,
};

type Order = Pick<StoredPbx['order'], 'extensionCapacity' | 'concurrentCallCapacity' | 'recordingCapacity'>;

/** Adds an order to what is used, or with -1 takes it off: of recording minutes only those above each PBX's free ones. */
export function withOrder(used: Totals, order: Order, times: 1 | -1 = 1): Totals {
  return {
    extensions: used.extensions + times * order.extensionCapacity,
    concurrentCalls: used.concurrentCalls + times * order.concurrentCallCapacity,
    recordingMinutes:
      used.recordingMinutes + times * Math.max(0, order.recordingCapacity - FREE_RECORDING_MINUTES),
  };
}

/** YCM API, Query the Subscription of P-Series Hosting Package. */
export function showSubscription(total: Totals, used: Totals, now: number): Record<string, unknown> {
  const available: Totals = {
    extensions: total.extensions - used.extensions,
    concurrentCalls: total.concurrentCalls - used.concurrentCalls,
    recordingMinutes: total.recordingMinutes - used.recordingMinutes,
  };
  return {
    capacity: { total: named(total), used: named(used), available: named(available) },
    expirationTime: Math.floor(now / 1000) + 365 * 24 * 3600,
    highAvailability: 'Disabled',
    whiteLabel: 'Unsubscribed',
  };
}

const named = ({ extensions, concurrentCalls, recordingMinutes }: Totals): Record<string, number> => ({
  extensionCapacity: extensions,
  concurrentCallCapacity: concurrentCalls,
  recordingCapacity: recordingMinutes,
});
