import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Kysely, Transaction } from 'kysely';
import type { AlreadyMade } from '../orders';
import { backUp } from './backups';
import { recordBatch } from './batch-writing';
import { changeState, takenAt, type Change } from './change-state';
import { appendEvent } from './event-chain';
import type { Ledger, LedgerOptions } from './ledger';
import { LedgerError } from './ledger-error';
import type { LedgerFile } from './ledger-file';
import { LedgerReading } from './ledger-reading';
import type {
  BatchChanges,
  DecisionRecord,
  NewBatch,
  NewOrder,
  OrderState,
  TransitionFacts,
  TransitionResult,
} from './records';
import { sqliteCode } from './sqlite';
import type { Tables } from './tables';
import type { UnsavedAnswers } from './unsaved-answers';

const UNIQUE_CONSTRAINT = 2067;

export type LedgerParts = {
  db: DatabaseSyncInstance;
  queries: Kysely<Tables>;
  file: LedgerFile;
  /** Null when reading. */
  unsaved: UnsavedAnswers | null;
  options: LedgerOptions;
  notices: string[];
  release: () => void;
};

/** The ledger in an SQLite file; see Ledger. */
export class SqliteLedger extends LedgerReading implements Ledger {
  readonly mode: 'write' | 'read';
  readonly notices: readonly string[];
  readonly #parts: LedgerParts;

  constructor(parts: LedgerParts) {
    super(parts.queries, parts.file.path);
    this.#parts = parts;
    this.mode = parts.options.mode;
    this.notices = parts.notices;
  }

  createBatch(batch: NewBatch, orders: readonly NewOrder[]): Promise<string> {
    const { operator, osUser, now } = this.#parts.options;
    return this.#write((tx) => recordBatch(tx, batch, orders, { at: now(), operator, osUser }));
  }

  async transition(
    batchId: string,
    row: number,
    from: OrderState,
    to: OrderState,
    facts: TransitionFacts,
  ): Promise<TransitionResult> {
    const change: Change = { batchId, row, from, to, facts };
    try {
      return await this.#write((tx) => changeState(tx, change, this.#parts.options.operator));
    } catch (error) {
      if (to === 'sending' && error instanceof LedgerError && sqliteCode(error.cause) === UNIQUE_CONSTRAINT) {
        const [conflict] = await this.#conflictsOf(batchId, row);
        if (conflict) return { ok: false, conflict };
      }
      // A refused change is a mistake of the caller; anything else must not lose what was answered.
      if (from === 'sending' && error instanceof LedgerError && isStoreFailure(error))
        this.#keepAnswer(change, error);
      throw error;
    }
  }

  recordDecision(decision: DecisionRecord): Promise<void> {
    const { batchId, row, at, decidedBy, choice, reason } = decision;
    return this.#write(async (tx) => {
      await tx
        .insertInto('decisions')
        .values({ batch_id: batchId, row, at, decided_by: decidedBy, choice, reason })
        .execute();
      const data = JSON.stringify({ choice, decidedBy, reason });
      await appendEvent(tx, {
        at,
        kind: 'decision',
        batchId,
        row,
        operator: this.#parts.options.operator,
        data,
      });
    });
  }

  recordEvent(
    kind: string,
    facts: { batchId?: string; row?: number } & Record<string, unknown>,
  ): Promise<void> {
    const { batchId = null, row = null, ...data } = facts;
    const { operator, now } = this.#parts.options;
    return this.#write((tx) =>
      appendEvent(tx, { at: now(), kind, batchId, row, operator, data: JSON.stringify(data) }),
    );
  }

  setBatch(id: string, changes: BatchChanges): Promise<void> {
    const { operator, now } = this.#parts.options;
    return this.#write(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('batches')
        .set({
          ...(changes.state !== undefined && { state: changes.state }),
          ...(changes.resultFile !== undefined && { result_file: changes.resultFile }),
          ...(changes.stopReason !== undefined && { stop_reason: changes.stopReason }),
        })
        .where('id', '=', id)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new LedgerError('no-such-order', { batchId: id });
      await appendEvent(tx, {
        at: now(),
        kind: 'batch',
        batchId: id,
        row: null,
        operator,
        data: JSON.stringify(changes),
      });
    });
  }

  backupNow(): Promise<string> {
    const { db, options } = this.#parts;
    return this.guarded(async () => backUp(db, options.dataDir, options.now()));
  }

  async close(): Promise<void> {
    try {
      await this.#parts.queries.destroy();
    } finally {
      this.#parts.release();
    }
  }

  /** One transaction, on disk when it resolves. Answers that could not be stored before go in first. */
  async #write<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
    const { queries, file, unsaved, options } = this.#parts;
    if (!unsaved) throw new LedgerError('read-only', { path: file.path });
    return this.guarded(async () => {
      file.check();
      if (unsaved.waiting) {
        await queries.transaction().execute((tx) => unsaved.recover(tx, options.operator));
        unsaved.forget();
      }
      return queries.transaction().execute(work);
    });
  }

  /** The ledger didn't take an answer: put it where the next start finds it. Adds to the error where it went. */
  #keepAnswer(change: Change, error: LedgerError): void {
    const { unsaved, file, db, options } = this.#parts;
    error.facts.answerKept = unsaved?.keep(change) ?? false;
    if (error.code !== 'removed') return;
    try {
      error.facts.setAside = file.rescue(db, options.now());
    } catch {
      // The folder itself may be gone; the error already says that the ledger was removed.
    }
  }

  async #conflictsOf(batchId: string, row: number): Promise<AlreadyMade[]> {
    const { queries } = this.#parts;
    const order = await queries
      .selectFrom('orders')
      .select(['url', 'connection_key'])
      .where('batch_id', '=', batchId)
      .where('row', '=', row)
      .executeTakeFirst();
    return order?.url ? takenAt(queries, order.connection_key, [order.url]) : [];
  }
}

function isStoreFailure(error: LedgerError): boolean {
  return !['illegal-transition', 'no-such-order', 'read-only'].includes(error.code);
}
