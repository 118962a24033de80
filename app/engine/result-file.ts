import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import type { BatchRecord, Ledger } from '../ledger';
import { resultsOf } from '../runs';
import {
  openSheetFile,
  SheetError,
  sheetErrorMessage,
  writeResults,
  type ResultsRequest,
  type WrittenResults,
} from '../sheets';
import { EngineError } from './failure';
import { writeLedgerResult } from './ledger-result';
import type { OrderSheet } from './order-sheet';
import type { Parts } from './parts';

/** What the ledger keeps of how a run's file was written, so that its result can be made again without reading it first. */
const SHEET_READ = 'sheet-read';
const dialect = z.object({
  encoding: z.string(),
  byteOrderMark: z.boolean(),
  delimiter: z.string(),
  lineEnd: z.enum(['\r\n', '\n', '\r']),
  separatorLine: z.boolean(),
});
const sheetRead = z.object({
  format: z.enum(['text', 'workbook']),
  dialect: dialect.nullable(),
  timeZone: z.string(),
  dateOrder: z.enum(['day-first', 'month-first']).nullable(),
  decimalMark: z.enum(['.', ',']).nullable(),
});

export type ResultSource = ResultsRequest['source'];

/** Records how a run's file is written and how its dates and numbers were understood. */
export async function recordSource(ledger: Ledger, batchId: string, sheet: OrderSheet): Promise<void> {
  const { format, dialect } = sheet.file;
  const { dateOrder, decimalMark } = sheet.draft();
  const facts = { format, dialect, timeZone: sheet.timeZone, dateOrder, decimalMark };
  await ledger.recordEvent(SHEET_READ, { batchId, ...facts });
}

/** The same, read again; null: the ledger does not have it. */
export async function sheetReadOf(
  ledger: Ledger,
  batch: BatchRecord,
): Promise<z.infer<typeof sheetRead> | null> {
  const [event] = await ledger.events({ batchId: batch.id, kind: SHEET_READ, limit: 1 });
  const read = sheetRead.safeParse(event ? JSON.parse(event.data) : null);
  return read.success ? read.data : null;
}

/** The file of a run, as it has to be for a result to be written. Throws SheetError when it can't be known any more. */
export async function sourceOf(ledger: Ledger, batch: BatchRecord): Promise<ResultSource> {
  const { sheetPath, sha256 } = batch;
  const { format, dialect } = (await sheetReadOf(ledger, batch)) ?? (await openSheetFile(sheetPath));
  return { path: sheetPath, sha256, format, dialect };
}

/**
 * Where a run's result goes: where a person asked for it, whatever is there; where its last one went; else beside the
 * sheet, or into the results folder. A file that is there already is only chosen if it is an earlier result of this data
 * folder's, and no order sheet by now; one that somebody changed since is still left as it is by whoever writes.
 */
export async function resultPathOf(
  parts: Parts,
  ledger: Ledger,
  batch: BatchRecord,
  asked: string | undefined,
): Promise<string> {
  if (asked !== undefined) {
    await parts.resultMarks.replace(asked);
    return asked;
  }
  const last = sheetsOwn(batch);
  if (last !== null && existsSync(path.dirname(last)) && !(await isOrderSheet(parts, ledger, last)))
    return last;
  const { dir, name } = path.parse(batch.sheetPath);
  const ext = extensionOf(batch);
  const folder = parts.preferences.settings.resultsFolder ?? dir;
  const stem = path.join(folder, name.replace(/\.results(\.\d+)?$/, ''));
  const ours = new Set((await ledger.batches({ sha256: batch.sha256 })).map((one) => one.resultFile));
  for (let number = 1; ; number++) {
    const candidate = `${stem}.results${number === 1 ? '' : `.${number}`}${ext}`;
    if (candidate === batch.sheetPath) continue;
    if (!existsSync(candidate)) return candidate;
    if (ours.has(candidate) && !(await isOrderSheet(parts, ledger, candidate))) return candidate;
  }
}

/** Throws EngineError for a result file that could not be written or opened, before anything is sent for it. */
export function refuseUnfitResult(to: string, { format, name }: { format: string; name: string }): void {
  const folder = path.dirname(to);
  if (!existsSync(folder))
    throw new EngineError('no-folder', `There is no folder "${folder}" for the result. Nothing was sent.`);
  const isWorkbook = /^\.xls[xm]$/i.test(path.extname(to));
  if (isWorkbook === (format === 'workbook')) return;
  throw new EngineError(
    'result-format',
    `The result is a copy of "${name}", so its name must end with ${path.extname(name) || '.csv'}, as the sheet's does. Nothing was sent.`,
  );
}

/** A result that was corrected and submitted, or is open to be: another run's results are written into a copy of it. */
async function isOrderSheet({ sheets }: Parts, ledger: Ledger, file: string): Promise<boolean> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return false;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sheets.all().some((sheet) => sheet.file.sha256 === sha256)) return true;
  return (await ledger.batches({ sha256, limit: 1 })).length > 0;
}

/** `fromLedger`: without the sheet, under a name of its own. */
export type WrittenResult = WrittenResults & { fromLedger: boolean };

/**
 * Makes a run's result file: a copy of its sheet, or where that is gone or was changed, one from the ledger alone beside
 * it. Throws SheetError, LedgerError.
 */
export async function writeRunResult(
  { host, resultMarks }: Pick<Parts, 'host' | 'resultMarks'>,
  ledger: Ledger,
  batch: BatchRecord,
  sourceOfRun: () => Promise<ResultSource>,
  to: string,
): Promise<WrittenResult> {
  const { sheet: sheetName, headerRow, resultColumns: columns } = batch;
  const before = resultMarks.of(batch.id);
  try {
    const source = await sourceOfRun();
    const rows = await resultsOf(ledger, batch.id);
    const written = await writeResults({ source, sheetName, headerRow, columns, rows, to, before });
    return { ...written, fromLedger: false };
  } catch (error) {
    if (!(error instanceof SheetError) || !WITHOUT_SHEET.has(error.code)) throw error;
    const { dir, name } = path.parse(to);
    const own = path.join(dir, name + FROM_LEDGER);
    const { path: written, sha256 } = await writeLedgerResult(host.dataDir, ledger, batch, own, before);
    const note = `${sheetErrorMessage(error)} So the result was made from the ledger alone, with every id: "${path.basename(written)}".`;
    return { path: written, sha256, note, fromLedger: true };
  }
}

const FROM_LEDGER = '.from-ledger.csv';
const FROM_LEDGER_SIBLING = /\.from-ledger(?:\.\d+| \(\d+\))?\.csv$/;

/** Where the result goes as a copy of the sheet, also when the last one had to be made without it. */
function sheetsOwn(batch: BatchRecord): string | null {
  const { resultFile } = batch;
  return resultFile?.replace(FROM_LEDGER_SIBLING, extensionOf(batch)) ?? null;
}

/** Of a result. A sheet may be called anything, `orders.cmd` too: what we write is opened, never run. */
function extensionOf({ sheetPath, sheet }: BatchRecord): string {
  const own = path.extname(sheetPath);
  if (/^\.(?:csv|tsv|txt|tab|dat|xls[xm])$/i.test(own)) return own;
  return sheet === '' ? '.csv' : '.xlsx';
}

const WITHOUT_SHEET: ReadonlySet<string> = new Set(['not-found', 'changed-since']);
