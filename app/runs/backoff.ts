import type { RunLimits } from './limits';

/** How much longer than asked by YCM to wait at most, so that machines don't all come back at once. */
const LATER = 0.1;

/**
 * How long to wait (ms) before sending an order again after `attempt` attempts (from 1): twice as long each time,
 * half of it by chance; at least what YCM asked for, at most `longestWaitMs`.
 */
export function backoffMs(
  attempt: number,
  retryAfterMs: number | null,
  { firstWaitMs, longestWaitMs }: Pick<RunLimits, 'firstWaitMs' | 'longestWaitMs'>,
  random: () => number,
): number {
  const full = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempt - 1));
  const own = full / 2 + (full / 2) * random();
  const asked = retryAfterMs === null ? 0 : retryAfterMs * (1 + LATER * random());
  return Math.round(Math.min(longestWaitMs, Math.max(own, asked)));
}
