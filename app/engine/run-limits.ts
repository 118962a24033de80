import { DEFAULT_LIMITS, type RunLimits } from '../runs';
import type { Limits } from './contract';

const { maxPbxs, maxExtensions, equalRejections, unconfirmedInARow, attempts, longestWaitMs } =
  DEFAULT_LIMITS;

/** Until the settings say others. */
export const FIRST_LIMITS: Limits = {
  maxPbxs,
  maxExtensions,
  equalRejections,
  unconfirmedInARow,
  attempts,
  longestWaitSeconds: longestWaitMs / 1000,
};

/** The limits of one run: as the settings say, but for what was asked of it. */
export function runLimits(settings: Limits, asked: Partial<Limits> = {}): Partial<RunLimits> {
  const limits = { ...settings, ...asked };
  return {
    maxPbxs: limits.maxPbxs,
    maxExtensions: limits.maxExtensions,
    equalRejections: limits.equalRejections,
    unconfirmedInARow: limits.unconfirmedInARow,
    attempts: limits.attempts,
    longestWaitMs: limits.longestWaitSeconds * 1000,
  };
}
