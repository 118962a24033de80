import { createChecker, findOrders, isFieldName, type CheckedRow, type FieldName } from '../orders';
import { openSheetFile, SheetError, type SheetFile } from '../sheets';
import type { BatchRecord } from '../ledger';
import type { Draft } from './drafts';
import type { OpenOptions } from './engine-options';
import { contextOf } from './ledger-facts';
import type { CellEdit, OrderSheet } from './order-sheet';
import type { Parts } from './parts';
import { readTag, REPAIR_HEADING } from './repair-columns';
import { accountOfRun } from './run-account';
import { draftOfRun } from './run-draft';

/** A repair workbook that was opened: the sheet its rows belong to, and how they get there. */
export type Merge = {
  /** That sheet's file. */
  read: SheetFile;
  /** How it was read and corrected when it was submitted. */
  sent: Draft;
  connection: string;
  /** Puts the workbook's rows in as one undo step. */
  into(sheet: OrderSheet): void;
};
type Repaired = { row: number; texts: CheckedRow['texts'] };

/**
 * What to do with a file that is a repair workbook; null: it is none, or not all of its rows can find their way back
 * (its sheet is gone, or rows were added): then it is an order sheet of its own.
 */
export async function mergeOf(parts: Parts, read: SheetFile, options: OpenOptions): Promise<Merge | null> {
  const rows = read.format === 'workbook' ? await repairedRows(parts, read, options) : null;
  if (!rows) return null;
  const ledger = await parts.ledgers.reading();
  const batch = await ledger.batch(rows.runId);
  if (!batch) return null;
  const original = await originalOf(batch);
  if (!original) return null;
  return {
    read: original,
    sent: await draftOfRun(ledger, batch),
    connection: accountOfRun(parts, batch),
    into(sheet) {
      const cells = rows.repaired.flatMap((one) => changesOf(sheet, one, rows.fields));
      if (cells.length > 0) sheet.edit(cells, `corrections from ${read.name}`);
      sheet.merged = { name: read.name, rows: new Set(cells.map((one) => one.row)).size };
    },
  };
}

/** The rows of a repair workbook, if all of them belong to one run and none is there twice. */
async function repairedRows(
  parts: Parts,
  read: SheetFile,
  { connection }: OpenOptions,
): Promise<{ runId: string; repaired: Repaired[]; fields: FieldName[] } | null> {
  const table = findOrders(read.sheets);
  const tagged = table.columns.find((one) => one.header === REPAIR_HEADING);
  if (!tagged) return null;
  const { catalog, now } = await contextOf(parts, connection);
  const { timeZone } = parts.preferences.settings;
  const checker = createChecker(table, { catalog, now, timeZone });
  const repaired: Repaired[] = [];
  const runs = new Set<string>();
  for (const [index, raw] of table.rows.entries()) {
    const cell = raw.cells[tagged.column];
    const tag = cell?.kind === 'text' ? readTag(cell.text) : null;
    if (!tag) return null;
    runs.add(tag.runId);
    repaired.push({ row: tag.row, texts: checker.rows[index]?.texts ?? {} });
  }
  const [runId] = runs;
  const once = new Set(repaired.map((one) => one.row)).size === repaired.length;
  if (runId === undefined || runs.size > 1 || !once) return null;
  const fields = table.columns.flatMap(({ field }) => (field !== null && isFieldName(field) ? [field] : []));
  return { runId, repaired, fields };
}

async function originalOf(batch: BatchRecord): Promise<SheetFile | null> {
  try {
    const file = await openSheetFile(batch.sheetPath);
    return file.sha256 === batch.sha256 ? file : null;
  } catch (error) {
    if (error instanceof SheetError) return null;
    throw error;
  }
}

/** The cells of a row that say something else now. A row that was created meanwhile stays as it is. */
function changesOf(sheet: OrderSheet, { row, texts }: Repaired, fields: readonly FieldName[]): CellEdit[] {
  const now = sheet.at(row);
  if (!now || now.state === 'skipped') return [];
  const before = now.texts;
  return fields.flatMap((field) => {
    const value = texts[field] ?? '';
    return value === (before[field] ?? '') ? [] : [{ row, field, value }];
  });
}
