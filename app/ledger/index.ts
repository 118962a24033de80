export type { Ledger, LedgerOptions } from './ledger';
export { LedgerError, ledgerErrorMessage, type LedgerErrorCode, type LedgerFacts } from './ledger-error';
export { openLedger } from './open-ledger';
export {
  ORDER_STATES,
  SKIP_REASONS,
  type AttemptAnswer,
  type AttemptRecord,
  type BatchChanges,
  type BatchFilter,
  type BatchRecord,
  type ChainCheck,
  type DecisionRecord,
  type EventFilter,
  type EventRecord,
  type NewBatch,
  type NewOrder,
  type OrderRecord,
  type OrderState,
  type ResultColumns,
  type SkippedBecause,
  type StateCounts,
  type TransitionFacts,
  type TransitionResult,
} from './records';
export { isLegal } from './states';
