import path from 'node:path';
import type { Catalog } from '../orders';
import { startSandbox, type Sandbox, type SandboxOptions } from '../ycm';
import {
  archiveRuns,
  auditHead,
  restoreArchive,
  exportAudit,
  verifyAuditFile,
  verifyLedger,
  type AuditCheck,
  type AuditExport,
} from './audit';
import { syncCatalog } from './catalog-sync';
import { createCommands, type Commands } from './commands';
import type {
  Candidate,
  CommandInput,
  CommandName,
  CommandOutput,
  Decision,
  EngineEvent,
  Failure,
  MappingView,
  ReadBackRow,
  Reply,
  RunSummary,
  RunView,
} from './contract';
import type { EngineOptions, OpenOptions, RunOutcome, SubmitOptions, WrittenFile } from './engine-options';
import { failureOf } from './failure-words';
import { listRuns, showRun } from './history';
import { exportMappings, importMappings } from './mapping-files';
import { openSheet } from './opening';
import type { OrderSheet } from './order-sheet';
import { refuseOwnFile } from './own-files';
import { assemble, type Parts } from './parts';
import { runReport } from './report';
import { writeRepairs } from './repairs';
import { Running } from './running';
import type { RunReport } from './run-report';
import { decideAll, readBackRun, rewriteResult, settleByLookup } from './settling';
import { continueRun, submitSheet } from './submission';
import { writeTemplate } from './template';

/** Everything the app can do, without a window and without a terminal. One per data folder writes; others read. */
export class Engine {
  readonly #parts: Parts;
  readonly #running: Running;
  readonly #commands: Commands;

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.#running = new Running(parts);
    this.#commands = createCommands(parts, this.#running);
  }

  /** Makes an engine on a data folder. Never fails because another one is at work there: it then only checks and reads. */
  static async start(options: EngineOptions): Promise<Engine> {
    return new Engine(await assemble(options));
  }

  /** Answers a command of the window. Never throws: errors come as a Failure. The input is parsed; an unknown command is refused. */
  handle<K extends CommandName>(command: K, input: CommandInput<K>): Promise<Reply<CommandOutput[K]>>;
  handle(command: string, input: unknown): Promise<Reply<unknown>>;
  async handle(command: string, input: unknown): Promise<Reply<unknown>> {
    return this.#commands(command, input);
  }

  /** Calls `listener` with every event until the function it yields is called. */
  listen(listener: (event: EngineEvent) => void): () => void {
    return this.#parts.events.listen(listener);
  }

  /** What a person should know, in words: a ledger that went back in time, answers read back, settings set aside. */
  get notices(): readonly string[] {
    const { preferences, ledgers } = this.#parts;
    return [...preferences.notices, ...ledgers.findings];
  }

  /** Any error of the methods below as a code and a sentence for people. */
  failureOf(error: unknown): Failure {
    return failureOf(this.#parts, error);
  }

  /** The same; a ledger that was found damaged while it was only read is set aside first, so that there is a way on. */
  async explain(error: unknown): Promise<Failure> {
    return failureOf(this.#parts, await this.#parts.ledgers.explained(error));
  }

  /** Adds a connection for this process only. Throws EngineError `connection-url` for a bad address. */
  addConnection(name: string, baseUrl: string, clientId: string): void {
    this.#parts.connections.addTemporary(name, baseUrl, clientId);
  }

  /** Opens a file, finds its orders and checks them. Nothing is sent anywhere. Throws SheetError, EngineError, LedgerError. */
  async open(file: string, options: OpenOptions): Promise<OrderSheet> {
    return openSheet(this.#parts, file, options);
  }

  /**
   * Creates the PBXs of a sheet's ready rows, or goes on with the unfinished run of the same sheet; resolves when the
   * run has ended. Progress comes as events. Throws when nothing could be begun; what stops a run later is its stop reason.
   */
  async submit(sheet: OrderSheet, connection: string, options: SubmitOptions = {}): Promise<RunOutcome> {
    this.#mayWrite(options.out);
    return submitSheet(this.#parts, this.#running, sheet, connection, options);
  }

  /** Sends the orders of a run that were never sent; without the sheet's file its result is made from the ledger alone, which is told. */
  async resume(runId: string, options: SubmitOptions = {}): Promise<RunOutcome> {
    this.#mayWrite(options.out);
    const { done } = await continueRun(this.#parts, this.#running, runId, options);
    return done;
  }

  /** Stops the run under way after the order being sent, if there is one. */
  stop(): void {
    this.#running.stopAny();
  }

  /** Newest first. `search` is looked for in sheet, PBX, id, customer, operator and connection; times are UTC milliseconds. */
  async runs(search = '', from?: number, to?: number): Promise<RunSummary[]> {
    return listRuns(this.#parts, this.#running, { search, from, to });
  }

  /** One run with its rows. Throws EngineError `unknown-run`. */
  async run(runId: string): Promise<RunView> {
    return showRun(this.#parts, this.#running, runId);
  }

  /** Settles a run's unconfirmed orders: those that were decided as decided; without decisions, each by looking it up. Sends nothing. */
  async reconcile(runId: string, decisions: readonly Decision[] = []): Promise<Candidate[]> {
    return decisions.length > 0
      ? decideAll(this.#parts, this.#running, runId, decisions)
      : settleByLookup(this.#parts, this.#running, runId);
  }

  /** Asks YCM for each PBX the run created and compares it with its order. Changes nothing. */
  async readBack(runId: string): Promise<ReadBackRow[]> {
    return readBackRun(this.#parts, runId);
  }

  /** Writes a run's result file anew; where the sheet's file is gone or was changed, from the ledger alone, which is told. */
  async results(runId: string, out?: string): Promise<WrittenFile> {
    this.#mayWrite(out);
    return rewriteResult(this.#parts, runId, out);
  }

  /** What one page about a run says. */
  async report(runId: string): Promise<RunReport> {
    return runReport(this.#parts, runId);
  }

  /** Writes the rows of a run that failed as a workbook to correct. Throws EngineError `nothing-to-repair`. */
  async repairs(runId: string, to: string): Promise<{ path: string; rows: number }> {
    this.#mayWrite(to);
    return writeRepairs(this.#parts, runId, to);
  }

  /** Writes an empty order form with the choices of a connection's catalog. */
  async template(connection: string, to: string): Promise<void> {
    this.#mayWrite(to);
    return writeTemplate(this.#parts, connection, to);
  }

  /** The stored catalog of a connection; `fetchedAt` 0: never fetched. */
  async catalog(connection: string): Promise<Catalog> {
    return this.#parts.catalogs.get(this.#parts.connections.describe(connection));
  }

  /** Fetches it from the account and stores it. Throws YcmError, EngineError. */
  async syncCatalog(connection: string): Promise<Catalog> {
    return syncCatalog(this.#parts, connection);
  }

  /** Writes the audit trail, or the part of it the filter chooses. */
  async exportAudit(request: AuditExport): Promise<{ events: number }> {
    this.#mayWrite(request.to);
    return exportAudit(this.#parts, request);
  }

  /** The last event of the ledger's audit trail: number and hash. */
  async auditHead(): Promise<{ seq: number; hash: string }> {
    return auditHead(this.#parts);
  }

  /** Recomputes the chain of the ledger, or of an exported file, and holds it against heads kept elsewhere: texts or files. */
  async verifyAudit(file?: string, heads: readonly string[] = []): Promise<AuditCheck> {
    return file === undefined ? verifyLedger(this.#parts, heads) : verifyAuditFile(file, heads);
  }

  /** Moves the values and answers of runs that are over and older than a time (UTC milliseconds) into a verified file; yields how many. */
  async archive(before: number, to: string): Promise<{ runs: number }> {
    return archiveRuns(this.#parts, before, to);
  }

  /** Brings the runs of an archive file back; yields how many. */
  async restoreArchive(file: string): Promise<{ runs: number }> {
    return restoreArchive(this.#parts, file);
  }

  /** Writes the named column mappings as JSON. */
  async exportMappings(to: string): Promise<{ mappings: number }> {
    this.#mayWrite(to);
    return exportMappings(this.#parts, to);
  }

  /** Adds the named mappings of such a file; one of the same name is replaced. */
  async importMappings(file: string): Promise<MappingView[]> {
    return importMappings(this.#parts, file);
  }

  /** A YCM of one's own for other programs, kept in the data folder's own store unless told otherwise. Close it yourself. */
  async startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
    const { dataDir } = this.#parts.host;
    return startSandbox({
      storeFile: path.join(dataDir, 'own-sandbox.jsonl'),
      now: this.#parts.now,
      ...options,
    });
  }

  #mayWrite(file: string | undefined): void {
    if (file !== undefined) refuseOwnFile(this.#parts.host.dataDir, file);
  }

  /** Stops the run under way after its current order and waits for that, saves what is unsaved, lets go of the ledger. */
  async close(): Promise<void> {
    const { drafts, connections, ledgers } = this.#parts;
    await this.#running.stopAndWait();
    const results = await Promise.allSettled([drafts.close(), connections.close()]);
    await ledgers.close();
    for (const one of results) if (one.status === 'rejected') throw one.reason;
  }
}
