import type { AlreadyMade } from '../orders';
import type { Archive } from './archive/archive-runs';
import type { AuditRequest } from './audit/export-audit';
import type { Exported } from './audit/json-lines';
import type { ChainHead } from './event-chain';
import type {
  AttemptRecord,
  BatchChanges,
  BatchFilter,
  BatchRecord,
  BatchSearch,
  ChainCheck,
  DecisionRecord,
  EventFilter,
  EventRecord,
  NewBatch,
  NewOrder,
  OrderRecord,
  OrderState,
  StateCounts,
  TransitionFacts,
  TransitionResult,
} from './records';
import type { Anchor } from './audit/verify-ledger';

/**
 * The durable record of what was intended, attempted and answered. Every write is on disk when its promise resolves.
 * All methods throw a LedgerError when the store can't be read or written.
 */
export type Ledger = {
  readonly mode: 'write' | 'read';
  /** What opening found that a person should know, in words (a damaged file set aside, answers recovered). */
  readonly notices: readonly string[];
  /** Records a batch and all its orders at once; yields its id. */
  createBatch(batch: NewBatch, orders: readonly NewOrder[]): Promise<string>;
  /** Newest first. */
  batches(filter?: BatchFilter): Promise<BatchRecord[]>;
  batch(id: string): Promise<BatchRecord | null>;
  /** Runs whose sheet, id, operator or connection, or one of whose PBXs (name, URL, id, customer) has `text`. Newest first. */
  searchBatches(search: BatchSearch): Promise<BatchRecord[]>;
  /** The newest open batch of the same file content on the same connection. */
  findBatch(key: { sha256: string; connectionKey: string }): Promise<BatchRecord | null>;
  /** In sheet order. */
  orders(batchId: string, filter?: { states?: readonly OrderState[] }): Promise<OrderRecord[]>;
  order(batchId: string, row: number): Promise<OrderRecord | null>;
  counts(batchId: string): Promise<StateCounts>;
  /**
   * The only way an order changes its state. Refuses changes that are not legal or not from `from`
   * (LedgerError `illegal-transition`), or to `created` without the id. `ready` to `sending` records the attempt, and yields a conflict instead when
   * another order with the same URL on the same connection is sending, unconfirmed or created.
   */
  transition(
    batchId: string,
    row: number,
    from: OrderState,
    to: OrderState,
    facts: TransitionFacts,
  ): Promise<TransitionResult>;
  /** Orders of any batch that are sending, unconfirmed or created at these URLs (letter case ignored). */
  alreadyMade(connectionKey: string, urls: readonly string[]): Promise<AlreadyMade[]>;
  /** The order of any batch that was created as this PBX. */
  holderOf(connectionKey: string, cloudPbxId: string): Promise<AlreadyMade | null>;
  attempts(batchId: string, row: number): Promise<AttemptRecord[]>;
  /** Attempts of any batch at this URL whose outcome was never known, so what is found there may be ours. */
  doubtfulAttempts(connectionKey: string, url: string): Promise<AttemptRecord[]>;
  recordDecision(decision: DecisionRecord): Promise<void>;
  decisions(batchId: string): Promise<DecisionRecord[]>;
  /** In the order they happened. */
  events(filter?: EventFilter): Promise<EventRecord[]>;
  recordEvent(
    kind: string,
    facts: { batchId?: string; row?: number } & Record<string, unknown>,
  ): Promise<void>;
  /**
   * Recomputes every hash of the audit trail and holds it against its backups, the heads given (of an earlier export,
   * say) and the records themselves.
   */
  verifyChain(anchors?: readonly Anchor[]): Promise<ChainCheck>;
  /** The last event: noted elsewhere, it later proves that nothing before it was changed. */
  head(): Promise<ChainHead>;
  /**
   * Writes the trail to a stream, as it is at this moment and whatever its length in the same memory; the export is
   * recorded in it. Throws the stream's error as it is.
   */
  exportAudit(request: AuditRequest): Promise<Exported>;
  /**
   * Moves the values and answers of runs that are over and were recorded before a moment (UTC ms) into a new file,
   * which is verified first. Their rows, states, ids and trail stay. Yields the runs; none: no file.
   */
  archiveRuns(request: { before: number; file: string }): Promise<Archive>;
  /** Brings back what an archive of this ledger holds; the file stays. Yields the runs. */
  restoreArchive(file: string): Promise<string[]>;
  setBatch(id: string, changes: BatchChanges): Promise<void>;
  /** How the store guards what it is given. */
  settings(): Promise<StoreSettings>;
  /** Writes a dated copy into `backups`; yields its path. */
  backupNow(): Promise<string>;
  close(): Promise<void>;
};

export type StoreSettings = {
  journal: string;
  synchronous: 'off' | 'normal' | 'full' | 'extra';
  foreignKeys: boolean;
};

export type LedgerOptions = {
  /** Folder of the ledger's files; created when absent. */
  dataDir: string;
  now: () => number;
  /** One process at a time may write; any may read. */
  mode: 'write' | 'read';
  /** The person, as the audit trail names them. */
  operator: string | (() => string);
  osUser: string;
};
