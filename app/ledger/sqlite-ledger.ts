import fs from 'node:fs';
import type { AlreadyMade } from '../orders';
import { copyRuns, sha256Of, type Archive } from './archive/archive-runs';
import { moveBack, moveOut } from './archive/move-values';
import { writeAudit, type AuditRequest } from './audit/export-audit';
import type { Exported } from './audit/json-lines';
import { backUp } from './backups';
import { recordBatch } from './batch-writing';
import { changeState, takenAt, type Change } from './change-state';
import { appendEvent } from './event-chain';
import type { Ledger, StoreSettings } from './ledger';
import { LedgerError } from './ledger-error';
import { LedgerWriting, type LedgerParts } from './ledger-writing';
import type {
  BatchChanges,
  DecisionRecord,
  NewBatch,
  NewOrder,
  OrderState,
  TransitionFacts,
  TransitionResult,
} from './records';
import { onSnapshot } from './snapshot';
import { ledgerErrorOf, settingsOf, sqliteCode } from './sqlite';

const UNIQUE_CONSTRAINT = 2067;

/** The ledger in an SQLite file; see Ledger. */
export class SqliteLedger extends LedgerWriting implements Ledger {
  readonly mode: 'write' | 'read';
  readonly notices: readonly string[];

  constructor(parts: LedgerParts) {
    super(parts);
    this.mode = parts.options.mode;
    this.notices = parts.notices;
  }

  createBatch(batch: NewBatch, orders: readonly NewOrder[]): Promise<string> {
    const at = this.parts.options.now();
    return this.write((tx) => recordBatch(tx, batch, orders, at, this.author));
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
      return await this.write((tx) => changeState(tx, change, this.author));
    } catch (error) {
      if (to === 'sending' && error instanceof LedgerError && sqliteCode(error.cause) === UNIQUE_CONSTRAINT) {
        const [conflict] = await this.#conflictsOf(batchId, row);
        if (conflict) return { ok: false, conflict };
      }
      // A refused change is a mistake of the caller; anything else must not lose what was answered.
      if (from === 'sending' && error instanceof LedgerError && isStoreFailure(error))
        error.facts.answerKept = this.parts.unsaved?.keep(change) ?? false;
      throw error;
    }
  }

  recordDecision(decision: DecisionRecord): Promise<void> {
    const { batchId, row, at, decidedBy, choice, reason } = decision;
    return this.write(async (tx) => {
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
        ...this.author,
        data,
      });
    });
  }

  recordEvent(
    kind: string,
    facts: { batchId?: string; row?: number } & Record<string, unknown>,
  ): Promise<void> {
    const { batchId = null, row = null, ...data } = facts;
    const at = this.parts.options.now();
    return this.write((tx) =>
      appendEvent(tx, { at, kind, batchId, row, ...this.author, data: JSON.stringify(data) }),
    );
  }

  async exportAudit(request: AuditRequest): Promise<Exported> {
    const { file, options } = this.parts;
    const { filter, format } = request;
    const facts = { at: options.now(), ...this.author, filter };
    try {
      const exported = await onSnapshot(file.path, (queries) => writeAudit(queries, request, facts));
      if (this.mode === 'write') await this.recordEvent('audit-exported', { format, filter, ...exported });
      return exported;
    } catch (error) {
      throw sqliteCode(error) === null ? error : ledgerErrorOf(error, file.path);
    }
  }

  archiveRuns({ before, file }: { before: number; file: string }): Promise<Archive> {
    return this.guarded(async () => {
      const archive = await copyRuns(this.parts.file.path, before, file);
      const at = this.parts.options.now();
      if (archive.runs.length > 0) await this.write((tx) => moveOut(tx, archive, at, this.author));
      return archive;
    });
  }

  restoreArchive(file: string): Promise<string[]> {
    return this.guarded(async () => {
      const sha256 = fs.existsSync(file) ? sha256Of(file) : null;
      const runs = (await this.batches())
        .filter(({ archived }) => archived !== null && archived.sha256 === sha256)
        .map(({ id }) => id);
      if (sha256 === null || runs.length === 0) throw new LedgerError('not-its-archive', { path: file });
      const at = this.parts.options.now();
      await this.write((tx) => moveBack(tx, { file, sha256, runs }, at, this.author));
      return runs;
    });
  }

  setBatch(id: string, changes: BatchChanges): Promise<void> {
    const { now } = this.parts.options;
    return this.write(async (tx) => {
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
        ...this.author,
        data: JSON.stringify(changes),
      });
    });
  }

  settings(): Promise<StoreSettings> {
    return this.guarded(async () => settingsOf(this.parts.db));
  }

  backupNow(): Promise<string> {
    const { db, options } = this.parts;
    return this.guarded(async () => backUp(db, options.dataDir, options.now()));
  }

  async close(): Promise<void> {
    try {
      // Prepared statements keep the file open until they are collected, so its log is brought home here.
      if (this.mode === 'write') this.parts.db.exec('pragma wal_checkpoint(truncate)');
    } catch {
      // The log stays and is read at the next start.
    }
    try {
      await this.parts.queries.destroy();
    } finally {
      this.parts.release();
    }
  }

  async #conflictsOf(batchId: string, row: number): Promise<AlreadyMade[]> {
    const { queries } = this.parts;
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
