import { performance } from 'node:perf_hooks';
import type { BatchRecord, Ledger } from '../ledger';
import { wordsOf } from './failure-words';
import type { Parts } from './parts';
import { writeRunResult, type ResultSource, type WrittenResult } from './result-file';
import { placeOf } from './run-views';

/** The result is written after so many orders, or when so much time (ms) has passed since the last one. */
const ORDERS = 25;
const EVERY_MS = 5000;
/** However fast the orders are answered: nobody reads a file anew more often, and every id is in the ledger anyway. */
const AT_MOST_EVERY_MS = 2000;
/** Writing may take this part of a run's time: a large workbook is written less often. */
const SHARE = 20;

/** Keeps a run's result file up to date while it runs. What goes wrong with it is told and stops nothing. */
export class ResultKeeper {
  #unwritten = 0;
  #lastAt = performance.now();
  #lastTook = 0;
  #writing: Promise<void> | null = null;
  #path: string | null;
  #written: WrittenResult | null = null;
  #note: string | null = null;

  constructor(
    private readonly parts: Parts,
    private readonly ledger: Ledger,
    private readonly batch: BatchRecord,
    private readonly source: () => Promise<ResultSource>,
    private readonly to: () => Promise<string>,
  ) {
    this.#path = batch.resultFile;
  }

  /** An order was answered. */
  answered(): void {
    this.#unwritten++;
    if (this.#writing) return;
    const elapsed = performance.now() - this.#lastAt;
    if (elapsed < Math.max(AT_MOST_EVERY_MS, this.#lastTook * SHARE)) return;
    if (this.#unwritten < ORDERS && elapsed < EVERY_MS) return;
    this.#writing = this.#write().finally(() => {
      this.#writing = null;
    });
  }

  /** Writes it once more, with everything in it. `path` null: it could not be written, `note` says why; `sha256` null: it is no copy of the sheet. */
  async finish(): Promise<{ path: string | null; sha256: string | null; note: string | null }> {
    await this.#writing;
    await this.#write();
    const written = this.#written;
    // The operator's work on the sheet does not belong to a result that is no copy of it.
    const sha256 = written === null || written.fromLedger ? null : written.sha256;
    return { path: written?.path ?? null, sha256, note: this.#note };
  }

  async #write(): Promise<void> {
    const begun = performance.now();
    this.#unwritten = 0;
    const before = this.#note;
    try {
      const written = await writeRunResult(this.parts, this.ledger, this.batch, this.source, await this.to());
      this.#written = written;
      this.#note = written.note;
      if (this.#path !== written.path) {
        this.#path = written.path;
        await this.ledger.setBatch(this.batch.id, { resultFile: written.path });
      }
    } catch (error) {
      this.#written = null;
      this.#note = `The result file could not be written. ${wordsOf(this.parts, error)} No id is lost: the ledger has them, and the result can be written at any time.`;
    }
    this.#lastAt = performance.now();
    this.#lastTook = this.#lastAt - begun;
    if (this.#note !== before || this.#written) this.#tell();
  }

  #tell(): void {
    const result = this.#written ? placeOf(this.#written.path) : null;
    this.parts.events.tell({ type: 'run-result', runId: this.batch.id, result, note: this.#note });
  }
}
