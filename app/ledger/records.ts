import type { AlreadyMade, FieldName, OrderRequest } from '../orders';
import type { AuditProblem } from './audit/audit-problem';

/** The only states an order has. */
export const ORDER_STATES = [
  'invalid',
  'ready',
  'sending',
  'created',
  'rejected',
  'unconfirmed',
  'skipped',
  'cancelled',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/**
 * Why an order is skipped. `held`: another order with its URL is in flight or unconfirmed, so it waits until that
 * one is settled; without an order to send, it was in doubt by its sheet already.
 */
export const SKIP_REASONS = ['in-file', 'in-ledger', 'in-account', 'held'] as const;
export type SkippedBecause = (typeof SKIP_REASONS)[number];

export type Texts = Partial<Record<FieldName, string>>;
export type ResultColumns = Partial<
  Record<'status' | 'cloudPbxId' | 'requestId' | 'error' | 'processedAt', number>
>;

/** One submission of one sheet. Times are UTC milliseconds. */
export type BatchRecord = {
  id: string;
  createdAt: number;
  sheetPath: string;
  /** The file's name without its folder. */
  sheetName: string;
  sha256: string;
  /** The workbook's tab; empty for text files. */
  sheet: string;
  headerRow: number;
  resultColumns: ResultColumns;
  /** How the columns were understood, as JSON. */
  mapping: string;
  catalogFetchedAt: number | null;
  connectionName: string;
  connectionKey: string;
  connectionKind: 'sandbox' | 'production';
  operator: string;
  osUser: string;
  rows: number;
  state: 'open' | 'finished';
  resultFile: string | null;
  stopReason: string | null;
  /** Where the answers and values of a run moved, when it was archived; null: they are in the ledger. */
  archived: Archived | null;
};

export type Archived = { at: number; file: string; sha256: string };

export type OrderRecord = {
  batchId: string;
  row: number;
  state: OrderState;
  /** Sub-domain and domain in lower case. */
  url: string | null;
  order: OrderRequest | null;
  name: string;
  cloudPbxId: string | null;
  requestId: string | null;
  error: string | null;
  skippedBecause: SkippedBecause | null;
  processedAt: number | null;
  /** What the operator corrected: field to the text that was sent. */
  edits: Texts;
  /** What the sheet says in the corrected cells; a field without it was not recorded. */
  originals: Texts;
  /** The customer as the sheet names it; empty when not recorded. */
  customer: string;
};

export type NewBatch = Omit<
  BatchRecord,
  'id' | 'createdAt' | 'operator' | 'osUser' | 'rows' | 'state' | 'resultFile' | 'stopReason' | 'archived'
>;
export type NewOrder = Omit<OrderRecord, 'batchId' | 'state' | 'requestId' | 'originals' | 'customer'> & {
  state: 'invalid' | 'ready' | 'skipped';
  originals?: Texts;
  customer?: string;
};

/** What came back for one attempt. `raw` is the body as received (at most 64 KiB), never a token or secret. */
export type AttemptAnswer = {
  outcome: 'created' | 'rejected' | 'not-sent' | 'denied' | 'unconfirmed';
  at: number;
  requestId: string | null;
  httpStatus: number | null;
  code: string | null;
  message: string | null;
  raw: string | null;
};

/** One request that may have left; without an answer it is not known what became of it. */
export type AttemptRecord = {
  batchId: string;
  row: number;
  attempt: number;
  sentAt: number;
  answer: AttemptAnswer | null;
};

/** What is recorded with a change of state. Absent facts stay as they are; null clears. */
export type TransitionFacts = {
  at: number;
  cloudPbxId?: string | null;
  requestId?: string | null;
  error?: string | null;
  skippedBecause?: SkippedBecause | null;
  /** The answer to the attempt under way; only when leaving `sending`. */
  answer?: AttemptAnswer;
  /** Who decided, when a person did. */
  decidedBy?: string;
  /** Why, in words or in the facts a lookup found. */
  reason?: string;
};
export type TransitionResult = { ok: true } | { ok: false; conflict: AlreadyMade };

/** One line of the audit trail; `hash` covers its content and the `hash` of the one before. */
export type EventRecord = {
  seq: number;
  at: number;
  kind: string;
  batchId: string | null;
  row: number | null;
  /** Which attempt at the order it tells of. */
  attempt: number | null;
  operator: string;
  osUser: string;
  /** Facts as JSON; see docs/audit.md. */
  data: string;
  hash: string;
};

export type DecisionRecord = {
  batchId: string;
  row: number;
  at: number;
  decidedBy: string;
  choice: 'adopt' | 'send-again' | 'leave';
  reason: string;
};

export type BatchFilter = {
  state?: 'open' | 'finished';
  connectionKey?: string;
  sha256?: string;
  limit?: number;
};
/** Everything given must hold; letter case is ignored in `text`. Times are UTC milliseconds, both inclusive. */
export type BatchSearch = {
  text?: string;
  state?: 'open' | 'finished';
  /** Name or key. */
  connection?: string;
  operator?: string;
  from?: number;
  to?: number;
  limit?: number;
};
export type EventFilter = {
  batchId?: string;
  row?: number;
  kind?: string;
  afterSeq?: number;
  limit?: number;
};
export type BatchChanges = Partial<Pick<BatchRecord, 'state' | 'resultFile' | 'stopReason'>>;
export type ChainCheck =
  /** `anchors`: how many notes of the head from elsewhere agreed. */
  | { ok: true; events: number; head: string; anchors: number }
  /** `found` counts the problems that are not listed, too. */
  | { ok: false; events: number; brokenAt: number; problems: AuditProblem[]; found: number };
export type StateCounts = Record<OrderState, number> & { held: number };
export const NO_ORDERS: Readonly<StateCounts> = {
  invalid: 0,
  ready: 0,
  sending: 0,
  created: 0,
  rejected: 0,
  unconfirmed: 0,
  skipped: 0,
  cancelled: 0,
  held: 0,
};
