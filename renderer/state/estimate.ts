const ENOUGH = 5;
const RECENT = 60;

export type Estimate = { perMinute: number; lowMs: number; highMs: number };

/**
 * Rate and time left, from when recent orders were answered (ms, ascending). The range is that of the middle of the
 * recent gaps, so one slow answer widens it rather than hiding in an average. Null: too few to say anything.
 */
export function estimate(answered: readonly number[], left: number): Estimate | null {
  const recent = answered.slice(-RECENT - 1);
  const first = recent[0];
  const last = recent.at(-1);
  if (recent.length <= ENOUGH || first === undefined || last === undefined) return null;
  const gaps = recent.slice(1).map((at, index) => at - (recent[index] ?? at));
  const mean = Math.max(1, (last - first) / gaps.length);
  const spread = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
  // The mean of the gaps to come varies less the more there are; never claim better than a tenth.
  const doubt = Math.max(0.1 * mean, (2 * spread) / Math.sqrt(Math.max(1, Math.min(left, gaps.length))));
  return {
    perMinute: Math.round(60_000 / mean),
    lowMs: Math.max(0, (mean - doubt) * left),
    highMs: (mean + doubt) * left,
  };
}
