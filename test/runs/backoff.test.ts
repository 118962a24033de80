import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoffMs } from '../../app/runs/backoff';

const limits = { firstWaitMs: 1000, longestWaitMs: 120_000 };

it('doubles the wait with each attempt, half of it by chance', () => {
  expect([1, 2, 3].map((attempt) => backoffMs(attempt, null, limits, () => 0))).toEqual([500, 1000, 2000]);
  expect([1, 2, 3].map((attempt) => backoffMs(attempt, null, limits, () => 1))).toEqual([1000, 2000, 4000]);
});

it('is never shorter than what YCM asks for, and never longer than the longest wait', () => {
  const attempt = fc.integer({ min: 1, max: 2000 });
  const asked = fc.option(fc.integer({ min: 0, max: 10_000_000 }));
  const chance = fc.double({ min: 0, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(attempt, asked, chance, (at, retryAfterMs, random) => {
      const ms = backoffMs(at, retryAfterMs, limits, () => random);
      expect(ms).toBeLessThanOrEqual(limits.longestWaitMs);
      expect(ms).toBeGreaterThanOrEqual(Math.min(limits.longestWaitMs, retryAfterMs ?? 500));
    }),
  );
});
