import path from 'node:path';
import * as z from 'zod';
import type { ReadingChange } from './contract';
import { readStored, writeStored } from './stored-file';

const tab = z.object({
  /** Field to heading or column letter; null: no column holds it. */
  map: z.record(z.string(), z.string().nullable()),
  constants: z.record(z.string(), z.string()),
  /** Row number to field to text. */
  edits: z.record(z.string(), z.record(z.string(), z.string())),
});
const draftSchema = z.object({
  sheetName: z.string().nullable(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  timeZone: z.string().nullable(),
  dateOrder: z.enum(['day-first', 'month-first']).nullable(),
  decimalMark: z.enum(['.', ',']).nullable(),
  /** By the workbook's tab, because rows and columns of another tab are other rows and columns; '' in a text file. */
  tabs: z.record(z.string(), tab),
});
/** What the operator did to a sheet, kept beside the ledger under the file's hash, never in the file. */
export type Draft = z.infer<typeof draftSchema>;
export type TabDraft = z.infer<typeof tab>;

export const EMPTY_DRAFT: Draft = {
  sheetName: null,
  encoding: null,
  delimiter: null,
  timeZone: null,
  dateOrder: null,
  decimalMark: null,
  tabs: {},
};

/** How a sheet is read after the operator said so; what only concerns one tab (map, constants) is left out. */
export function changedReading(reading: Omit<Draft, 'tabs'>, change: ReadingChange): Omit<Draft, 'tabs'> {
  const { sheetName, encoding, delimiter, timeZone, dateOrder, decimalMark } = change;
  return {
    sheetName: sheetName ?? reading.sheetName,
    encoding: encoding === undefined ? reading.encoding : encoding,
    delimiter: delimiter === undefined ? reading.delimiter : delimiter,
    timeZone: timeZone ?? reading.timeZone,
    dateOrder: dateOrder === undefined ? reading.dateOrder : dateOrder,
    decimalMark: decimalMark === undefined ? reading.decimalMark : decimalMark,
  };
}

/** Typing must not wait for the disk, and a crash may cost no more than this (ms). */
const SAVE_AFTER_MS = 800;
/** What could not be saved is tried again after this, then after twice as long each time. */
const RETRY_AFTER_MS = 2000;
const LONGEST_RETRY_MS = 30_000;

type Unsaved = { draftOf: () => Draft; timer: NodeJS.Timeout; failed: number };
type DraftsOptions = {
  /** Called with why drafts can't be saved, each time it is tried; with null when all of them are again. */
  told: (why: unknown) => void;
  report: (error: unknown) => void;
  write?: (file: string, draft: Draft) => Promise<void>;
  retryAfterMs?: number;
};

/** The drafts of a data folder: saved a moment after each change, all of them before the engine closes. */
export class Drafts {
  readonly #unsaved = new Map<string, Unsaved>();
  readonly #writing = new Map<string, Promise<void>>();
  #told = false;
  #closed = false;

  constructor(
    private readonly dataDir: string,
    private readonly options: DraftsOptions,
  ) {}

  /** The work left on this very file; null: none. */
  async load(sha256: string): Promise<Draft | null> {
    await this.#write(sha256);
    return this.#unsaved.get(sha256)?.draftOf() ?? readStored(this.#file(sha256), draftSchema);
  }

  async save(sha256: string, draft: Draft): Promise<void> {
    await (this.options.write ?? writeStored)(this.#file(sha256), draft);
  }

  /** Saves what `draftOf` yields a moment later, however often it is called until then. */
  saveSoon(sha256: string, draftOf: () => Draft): void {
    this.#later(sha256, draftOf, 0, SAVE_AFTER_MS);
  }

  /** Resolves when everything is on disk, or could not be written, which is told and tried again. */
  async flush(): Promise<void> {
    await Promise.all([...this.#unsaved.keys()].map((sha256) => this.#write(sha256)));
    await Promise.all(this.#writing.values());
  }

  /** The last time that anything is tried. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.flush();
    for (const { timer } of this.#unsaved.values()) clearTimeout(timer);
  }

  #later(sha256: string, draftOf: () => Draft, failed: number, afterMs: number): void {
    clearTimeout(this.#unsaved.get(sha256)?.timer);
    const timer = setTimeout(() => void this.#write(sha256), afterMs);
    this.#unsaved.set(sha256, { draftOf, timer, failed });
  }

  /** One write of a file after the other: the last one has what was done last. */
  async #write(sha256: string): Promise<void> {
    const before = this.#writing.get(sha256) ?? Promise.resolve();
    const writing = before.then(() => this.#writeNow(sha256));
    this.#writing.set(sha256, writing);
    await writing;
    if (this.#writing.get(sha256) === writing) this.#writing.delete(sha256);
  }

  async #writeNow(sha256: string): Promise<void> {
    const unsaved = this.#unsaved.get(sha256);
    if (!unsaved) return;
    clearTimeout(unsaved.timer);
    this.#unsaved.delete(sha256);
    const { draftOf, failed } = unsaved;
    const { report, told, retryAfterMs = RETRY_AFTER_MS } = this.options;
    try {
      await this.save(sha256, draftOf());
    } catch (error) {
      if (failed === 0) report(error);
      const { draftOf: newest } = this.#unsaved.get(sha256) ?? unsaved;
      this.#later(sha256, newest, failed + 1, Math.min(LONGEST_RETRY_MS, retryAfterMs * 2 ** failed));
      if (this.#closed) clearTimeout(this.#unsaved.get(sha256)?.timer);
      this.#told = true;
      told(error);
      return;
    }
    if (!this.#told || [...this.#unsaved.values()].some((one) => one.failed > 0)) return;
    this.#told = false;
    told(null);
  }

  #file(sha256: string): string {
    return path.join(this.dataDir, 'drafts', `${sha256}.json`);
  }
}
