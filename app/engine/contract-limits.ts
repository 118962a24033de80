/**
 * What an operator may set a run's limits to. None of them touches the promises: whatever they are, an order whose
 * outcome is not known is never sent again by itself.
 */
export const LIMIT_BOUNDS = {
  maxPbxs: { least: 1, most: 1_000_000 },
  maxExtensions: { least: 1, most: 1_000_000 },
  equalRejections: { least: 1, most: 1000 },
  /** Each of these may be a PBX that is paid for and has to be looked up, so there is no "never". */
  unconfirmedInARow: { least: 1, most: 10 },
  attempts: { least: 1, most: 50 },
  /** Less would come back sooner than YCM asked for; more than an hour is another day's run. */
  longestWaitSeconds: { least: 10, most: 3600 },
} as const;
