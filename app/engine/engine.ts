import type { Catalog } from '../orders';
import { startSandbox, type Sandbox, type SandboxOptions } from '../ycm';
import type { AuditCheck, AuditExport } from './audit';
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
import type { OrderSheet } from './order-sheet';
import type { RunReport } from './run-report';

/** Everything the app can do, without a window and without a terminal. One per data folder writes; others read. */
export class Engine {
  private constructor(private readonly options: EngineOptions) {}

  /** Makes an engine on a data folder. Never fails because another one is at work there: it then only checks and reads. */
  static async start(options: EngineOptions): Promise<Engine> {
    return new Engine(options);
  }

  /** Answers a command of the window. Never throws: errors come as a Failure. The input is parsed; an unknown command is refused. */
  handle<K extends CommandName>(command: K, input: CommandInput<K>): Promise<Reply<CommandOutput[K]>>;
  handle(command: string, input: unknown): Promise<Reply<unknown>>;
  async handle(command: string, input: unknown): Promise<Reply<unknown>> {
    throw new Error(`not yet ${command} ${String(input)}`);
  }

  /** Calls `listener` with every event until the function it yields is called. */
  listen(listener: (event: EngineEvent) => void): () => void {
    throw new Error(`not yet ${String(listener)}`);
  }

  /** Any error of the methods below as a code and a sentence for people. */
  failureOf(error: unknown): Failure {
    throw new Error(`not yet ${String(error)}`);
  }

  /** Adds a connection for this process only. Throws EngineError `connection-url` for a bad address. */
  addConnection(name: string, baseUrl: string, clientId: string): void {
    throw new Error(`not yet ${name} ${baseUrl} ${clientId}`);
  }

  /** Opens a file, finds its orders and checks them. Nothing is sent anywhere. Throws SheetError, EngineError, LedgerError. */
  async open(file: string, options: OpenOptions): Promise<OrderSheet> {
    throw new Error(`not yet ${file} ${options.connection} ${this.options.dataDir}`);
  }

  /**
   * Creates the PBXs of a sheet's ready rows, or goes on with the unfinished run of the same sheet; resolves when the
   * run has ended. Progress comes as events. Throws when nothing could be begun; what stops a run later is its stop reason.
   */
  async submit(sheet: OrderSheet, connection: string, options: SubmitOptions = {}): Promise<RunOutcome> {
    throw new Error(`not yet ${sheet.id} ${connection} ${options.out}`);
  }

  /** Sends the orders of a run that were never sent; without the sheet's file no result can be written, which is told. */
  async resume(runId: string, options: SubmitOptions = {}): Promise<RunOutcome> {
    throw new Error(`not yet ${runId} ${options.out}`);
  }

  /** Stops the run under way after the order being sent, if there is one. */
  stop(): void {
    throw new Error('not yet');
  }

  /** Newest first. `search` is looked for in sheet, PBX, id, customer, operator and connection; times are UTC milliseconds. */
  async runs(search = '', from?: number, to?: number): Promise<RunSummary[]> {
    throw new Error(`not yet ${search} ${from} ${to}`);
  }

  /** One run with its rows. Throws EngineError `unknown-run`. */
  async run(runId: string): Promise<RunView> {
    throw new Error(`not yet ${runId}`);
  }

  /** Settles unconfirmed orders: as decided, the others by looking them up. Sends nothing. */
  async reconcile(runId: string, decisions: readonly Decision[] = []): Promise<Candidate[]> {
    throw new Error(`not yet ${runId} ${decisions.length}`);
  }

  /** Asks YCM for each PBX the run created and compares it with its order. Changes nothing. */
  async readBack(runId: string): Promise<ReadBackRow[]> {
    throw new Error(`not yet ${runId}`);
  }

  /** Writes a run's result file anew from the ledger. Throws SheetError when the sheet's file is gone or was changed. */
  async results(runId: string, out?: string): Promise<WrittenFile> {
    throw new Error(`not yet ${runId} ${out}`);
  }

  /** What one page about a run says. */
  async report(runId: string): Promise<RunReport> {
    throw new Error(`not yet ${runId}`);
  }

  /** Writes the rows of a run that failed as a workbook to correct. Throws EngineError `nothing-to-repair`. */
  async repairs(runId: string, to: string): Promise<{ path: string; rows: number }> {
    throw new Error(`not yet ${runId} ${to}`);
  }

  /** Writes an empty order form with the choices of a connection's catalog. */
  async template(connection: string, to: string): Promise<void> {
    throw new Error(`not yet ${connection} ${to}`);
  }

  /** The stored catalog of a connection; `fetchedAt` 0: never fetched. */
  async catalog(connection: string): Promise<Catalog> {
    throw new Error(`not yet ${connection}`);
  }

  /** Fetches it from the account and stores it. Throws YcmError, EngineError. */
  async syncCatalog(connection: string): Promise<Catalog> {
    throw new Error(`not yet ${connection}`);
  }

  /** Writes the audit trail, or the part of it the filter chooses. */
  async exportAudit(request: AuditExport): Promise<{ events: number }> {
    throw new Error(`not yet ${request.to}`);
  }

  /** Recomputes the chain of the ledger, or of an exported file. */
  async verifyAudit(file?: string): Promise<AuditCheck> {
    throw new Error(`not yet ${file}`);
  }

  /** Moves finished runs created before a time (UTC milliseconds) into a verified file; yields how many. */
  async archive(before: number, to: string): Promise<{ runs: number }> {
    throw new Error(`not yet ${before} ${to}`);
  }

  /** Brings the runs of an archive file back; yields how many. */
  async restoreArchive(file: string): Promise<{ runs: number }> {
    throw new Error(`not yet ${file}`);
  }

  /** Writes the named column mappings as JSON. */
  async exportMappings(to: string): Promise<{ mappings: number }> {
    throw new Error(`not yet ${to}`);
  }

  /** Adds the named mappings of such a file; one of the same name is replaced. */
  async importMappings(file: string): Promise<MappingView[]> {
    throw new Error(`not yet ${file}`);
  }

  /** A YCM of one's own for other programs, kept in the data folder's own store unless told otherwise. Close it yourself. */
  async startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
    return startSandbox(options);
  }

  /** Stops the run under way after its current order and waits for that, saves what is unsaved, lets go of the ledger. */
  async close(): Promise<void> {
    throw new Error('not yet');
  }
}
