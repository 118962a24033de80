import path from 'node:path';
import { z } from 'zod';
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

type Unsaved = { draftOf: () => Draft; timer: NodeJS.Timeout };

/** The drafts of a data folder: saved a moment after each change, all of them before the engine closes. */
export class Drafts {
  readonly #unsaved = new Map<string, Unsaved>();
  readonly #writing = new Set<Promise<void>>();

  constructor(
    private readonly dataDir: string,
    private readonly report: (error: unknown) => void,
  ) {}

  /** The work left on this very file; null: none. */
  async load(sha256: string): Promise<Draft | null> {
    await this.#write(sha256);
    return readStored(this.#file(sha256), draftSchema);
  }

  async save(sha256: string, draft: Draft): Promise<void> {
    await writeStored(this.#file(sha256), draft);
  }

  /** Saves what `draftOf` yields a moment later, however often it is called until then. */
  saveSoon(sha256: string, draftOf: () => Draft): void {
    clearTimeout(this.#unsaved.get(sha256)?.timer);
    const timer = setTimeout(() => void this.#write(sha256), SAVE_AFTER_MS);
    this.#unsaved.set(sha256, { draftOf, timer });
  }

  /** Resolves when everything is on disk, or could not be written, which is reported. */
  async flush(): Promise<void> {
    await Promise.all([...this.#unsaved.keys()].map((sha256) => this.#write(sha256)));
    await Promise.all(this.#writing);
  }

  async #write(sha256: string): Promise<void> {
    const unsaved = this.#unsaved.get(sha256);
    if (!unsaved) return;
    clearTimeout(unsaved.timer);
    this.#unsaved.delete(sha256);
    const writing = this.save(sha256, unsaved.draftOf()).catch(this.report);
    this.#writing.add(writing);
    await writing;
    this.#writing.delete(writing);
  }

  #file(sha256: string): string {
    return path.join(this.dataDir, 'drafts', `${sha256}.json`);
  }
}
