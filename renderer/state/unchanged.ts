/**
 * What was there before, if what came now says the same, else what came now. What the engine sends is always new to
 * React; what is drawn again should be what changed. For plain data.
 */
export function unchanged<T>(before: T | undefined, now: T): T {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
