import { Refusal } from './envelope';

/** YCM's token bucket: `burst` requests at once, and `rate` more every `minutes`. The guide's example: 600, 300, 3. */
export type RateLimit = { burst: number; rate: number; minutes: number };

/** A function to call for each request; it refuses with RATE_LIMIT_EXCEEDED and how long to wait. */
export function rateLimiter(limit: RateLimit, now: () => number): () => void {
  let left = limit.burst;
  let since = now();
  const perMs = limit.rate / (limit.minutes * 60_000);
  return () => {
    const at = now();
    left = Math.min(limit.burst, left + (at - since) * perMs);
    since = at;
    if (left < 1) throw new Refusal(1000040, '', Math.ceil((1 - left) / perMs / 1000));
    left -= 1;
  };
}
