/** The engine: the one door to sheets, orders, YCM, ledger and runs. Knows neither Electron nor a terminal. */
export { Engine } from './engine';
export type { EngineOptions, OpenOptions, RunOutcome, SubmitOptions, WrittenFile } from './engine-options';
export { SANDBOX, type Secrets } from './connections';
export { EngineError } from './failure';
export type { OrderSheet } from './order-sheet';
export { reportHtml, type ReportLanguage } from './report-html';
export type { RunReport } from './run-report';
export type { AuditExport, AuditCheck } from './audit';
export { LIMIT_BOUNDS } from './contract-limits';
export {
  COMMANDS,
  SHELL_COMMANDS,
  type AuditFilter,
  type Candidate,
  type CommandInput,
  type CommandName,
  type CommandOutput,
  type ConnectionView,
  type Decision,
  type EngineEvent,
  type Failure,
  type Limits,
  type MappingView,
  type PlanView,
  type ReadBackRow,
  type ReadingChange,
  type Reply,
  type RunRow,
  type RunSummary,
  type RunView,
  type Settings,
  type Totals,
} from './contract';
export { FIELD_NAMES, fieldOf, isFieldName, isResultField, type Catalog } from '../orders';
export type { Fault, Sandbox, SandboxOptions } from '../ycm';
