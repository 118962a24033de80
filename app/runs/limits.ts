/** When a run stops by itself, and how it waits. Times in milliseconds. */
export type RunLimits = {
  /** Orders in a row whose outcome is unknown. */
  unconfirmedInARow: number;
  /** Rejections in a row with the same code or message. */
  equalRejections: number;
  /** Attempts to send one order while YCM is unreachable or limits the rate. */
  attempts: number;
  firstWaitMs: number;
  longestWaitMs: number;
  /** Most PBXs and extensions one run may create; null: no cap. */
  maxPbxs: number | null;
  maxExtensions: number | null;
};

export const DEFAULT_LIMITS: RunLimits = {
  unconfirmedInARow: 3,
  equalRejections: 5,
  attempts: 6,
  firstWaitMs: 1000,
  longestWaitMs: 120_000,
  maxPbxs: null,
  maxExtensions: null,
};
