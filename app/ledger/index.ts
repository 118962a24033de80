export type { Ledger, LedgerOptions } from './ledger';
export { LedgerError, ledgerErrorMessage, type LedgerErrorCode, type LedgerFacts } from './ledger-error';
export type { AuditFilter } from './audit/audit-filter';
export { auditProblemMessage, type AuditProblem } from './audit/audit-problem';
export { AUDIT_FORMATS, type AuditFormat, type AuditRequest } from './audit/export-audit';
export type { Exported } from './audit/json-lines';
export { saveAudit } from './audit/save-audit';
export { verifyExport, type ExportCheck } from './audit/verify-export';
export { headOfCopy, type Anchor } from './audit/verify-ledger';
export type { ChainHead } from './event-chain';
export type { Archive } from './archive/archive-runs';
export { openLedger } from './open-ledger';
export {
  NO_ORDERS,
  ORDER_STATES,
  SKIP_REASONS,
  type AttemptAnswer,
  type AttemptRecord,
  type BatchChanges,
  type BatchFilter,
  type BatchRecord,
  type BatchSearch,
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
