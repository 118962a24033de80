import path from 'node:path';
import { setImmediate as otherWorkDone } from 'node:timers/promises';
import { findOrders, type OrderTable } from '../orders';
import { openSheetFile, type SheetFile } from '../sheets';
import { headersKey, readingOf } from './column-memory';
import type { ReadingChange } from './contract';
import { changedReading, EMPTY_DRAFT, type Draft } from './drafts';
import type { OpenOptions } from './engine-options';
import { EngineError } from './failure';
import { firstRowsView } from './first-rows-view';
import { askLedger, contextOf, lastRunOf } from './ledger-facts';
import { OrderSheet } from './order-sheet';
import type { Parts } from './parts';
import { mergeOf, type Merge } from './repair-merge';
import { isTimeZone } from './time-zone';

type Dialect = { encoding: string | null; delimiter: string | null };
/** A file as it is to be read: with the draft that says how, and its table when that is known already. */
type Prepared = { file: SheetFile; draft: Draft; table?: OrderTable };

/** Opens a file, finds its orders and checks them. A repair workbook opens the sheet its rows belong to. */
export async function openSheet(parts: Parts, file: string, options: OpenOptions): Promise<OrderSheet> {
  const { useDraft, change = {} } = options;
  checkTimeZone(change.timeZone);
  const full = path.resolve(file);
  const read = await readFile(parts, full, dialectOf(change));
  const merge = await mergeOf(parts, read, options);
  if (merge) return mergedSheet(parts, merge, options);
  const prepared = useDraft ? await withMemory(parts, read, change) : { file: read, draft: EMPTY_DRAFT };
  const sheet = await checkedSheet(parts, prepared, options);
  await keepOpen(parts, sheet);
  return sheet;
}

/** The sheet a repair workbook's rows belong to, with them in it. */
async function mergedSheet(parts: Parts, merge: Merge, options: OpenOptions): Promise<OrderSheet> {
  const { read, sent, connection } = merge;
  const own = options.useDraft ? await parts.drafts.load(read.sha256) : null;
  const sheet = await sheetAs(parts, read, own ?? sent, { connection, useDraft: options.useDraft });
  merge.into(sheet);
  await askLedger(parts, sheet);
  await keepOpen(parts, sheet);
  saveDraftSoon(parts, sheet);
  return sheet;
}

/** A file checked as a draft says, without keeping it open. */
export async function sheetAs(
  parts: Parts,
  read: SheetFile,
  draft: Draft,
  options: OpenOptions,
): Promise<OrderSheet> {
  return checkedSheet(parts, { file: await readAs(parts, read, draft, {}), draft }, options);
}

async function keepOpen(parts: Parts, sheet: OrderSheet): Promise<void> {
  parts.sheets.add(sheet);
  if (!sheet.remembers) return;
  const { sha256, name, path: file } = sheet.file;
  const recent = { sha256, path: file, name, openedAt: parts.now() };
  // A sheet that was read can be worked on, even where nothing can be remembered.
  await parts.preferences.remember(recent).catch(parts.report);
}

/** Reads an opened sheet another way; what the operator did stays, and is remembered for sheets of its kind. */
export async function rereadSheet(
  parts: Parts,
  sheet: OrderSheet,
  change: ReadingChange,
): Promise<OrderSheet> {
  checkTimeZone(change.timeZone);
  if (change.sheetName !== undefined && !sheet.sheetNames.some((one) => one.name === change.sheetName))
    throw new EngineError('unknown-tab', `The file has no sheet "${change.sheetName}".`);
  const found = headersKey(sheet.table);
  let now = sheet;
  if (change.encoding !== undefined || change.delimiter !== undefined) {
    const draft = { ...changedReading(sheet.draft(), change), tabs: sheet.draft().tabs };
    const file = await readFile(parts, sheet.file.path, draft);
    if (file.sha256 !== sheet.file.sha256) {
      throw new EngineError('changed-since', `${file.name} was changed since it was opened. Open it again.`);
    }
    now = new OrderSheet(file, draft, sheet.context, {
      timeZone: parts.preferences.settings.timeZone,
      remembers: sheet.remembers,
      replaces: sheet,
    });
    parts.sheets.add(now);
  }
  now.reread(change);
  await askLedger(parts, now);
  now.runId = await lastRunOf(parts, now);
  saveDraftSoon(parts, now);
  if (now.remembers && (change.map || change.constants || now !== sheet)) {
    // Under the headings as they were found, too: the next file of this kind is found the same way.
    for (const headers of new Set([found, headersKey(now.table)]))
      await parts.preferences.saveReading(readingOf(now, headers, parts.now()));
  }
  return now;
}

export function saveDraftSoon(parts: Parts, sheet: OrderSheet): void {
  if (sheet.remembers) parts.drafts.saveSoon(sheet.file.sha256, () => sheet.draft());
}

/** The work left on this file, else how a sheet with these headings was read the last time. */
async function withMemory(parts: Parts, read: SheetFile, change: ReadingChange): Promise<Prepared> {
  const draft = await parts.drafts.load(read.sha256);
  if (draft) return { file: await readAs(parts, read, draft, change), draft };
  const table = findOrders(read.sheets);
  const first = parts.preferences.readingFor(headersKey(table));
  if (!first) return { file: read, draft: EMPTY_DRAFT, table };
  const file = await readAs(parts, read, first, change);
  const again = file === read ? table : findOrders(file.sheets);
  const { map, constants, encoding, delimiter } = parts.preferences.readingFor(headersKey(again)) ?? first;
  const tab = file.format === 'text' ? '' : again.sheetName;
  return {
    file,
    draft: { ...EMPTY_DRAFT, encoding, delimiter, tabs: { [tab]: { map, constants, edits: {} } } },
  };
}

/** The file again, in the encoding and with the delimiter the operator chose before, unless that is how it was read. */
async function readAs(
  parts: Parts,
  read: SheetFile,
  chosen: Dialect,
  change: ReadingChange,
): Promise<SheetFile> {
  const wanted = { ...chosen, ...dialectOf(change) };
  if (!read.dialect) return read;
  const same =
    (wanted.encoding ?? read.dialect.encoding) === read.dialect.encoding &&
    (wanted.delimiter ?? read.dialect.delimiter) === read.dialect.delimiter;
  return same ? read : readFile(parts, read.path, wanted);
}

async function checkedSheet(parts: Parts, prepared: Prepared, options: OpenOptions): Promise<OrderSheet> {
  const { file, draft } = prepared;
  const { change = {} } = options;
  parts.events.tell({ type: 'loading', step: 'matching', rows: rowsOf(file) });
  const context = await contextOf(parts, options.connection);
  await otherWorkDone();
  parts.events.tell({ type: 'loading', step: 'checking', rows: rowsOf(file) });
  await otherWorkDone();
  const reading = { ...changedReading(draft, change), tabs: draft.tabs };
  const tabName = change.sheetName;
  if (tabName !== undefined && !file.sheets.some((one) => one.name === tabName)) {
    const names = file.sheets.map((one) => `"${one.name}"`).join(', ');
    throw new EngineError('unknown-tab', `The file has no sheet "${tabName}". It has ${names}.`);
  }
  const { timeZone } = parts.preferences.settings;
  const table = draft === EMPTY_DRAFT && tabName === undefined ? prepared.table : undefined;
  const sheet = new OrderSheet(file, reading, context, {
    timeZone,
    remembers: options.useDraft,
    ...(table && { table }),
  });
  if (change.map || change.constants) sheet.reread({ map: change.map, constants: change.constants });
  await askLedger(parts, sheet);
  sheet.runId = await lastRunOf(parts, sheet);
  return sheet;
}

function readFile(parts: Parts, file: string, { encoding, delimiter }: Partial<Dialect>): Promise<SheetFile> {
  parts.events.tell({ type: 'loading', step: 'reading', rows: 0 });
  return openSheetFile(file, {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    onRows: (rows) => parts.events.tell({ type: 'loading', step: 'reading', rows }),
    onFirstRows: (first) =>
      parts.events.tell({ type: 'first-rows', first: firstRowsView(path.basename(file), first) }),
  });
}

/** What a change says about encoding and delimiter; what it doesn't mention is left out. */
const dialectOf = ({ encoding, delimiter }: ReadingChange): Partial<Dialect> => ({
  ...(encoding !== undefined && { encoding }),
  ...(delimiter !== undefined && { delimiter }),
});

const rowsOf = (file: SheetFile): number =>
  file.sheets.reduce((sum, one) => Math.max(sum, one.rows.length), 0);

function checkTimeZone(timeZone: string | undefined): void {
  if (timeZone === undefined || isTimeZone(timeZone)) return;
  throw new EngineError(
    'unknown-time-zone',
    `"${timeZone}" is not a time zone. Write it as, for example, Europe/Berlin or Asia/Shanghai.`,
  );
}
