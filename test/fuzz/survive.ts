import { createChecker, findOrders, SANDBOX_CATALOG } from '../../app/orders';
import { SheetError, sheetErrorMessage, type RawSheet } from '../../app/sheets';
import { openSheetBytes } from '../../app/sheets/open-sheet-file';

const KINDS = new Set(['empty', 'text', 'number', 'boolean', 'date', 'error', 'uncalculated']);
const NOW = Date.UTC(2026, 10, 24, 12);
const CHECK = { catalog: { ...SANDBOX_CATALOG, fetchedAt: NOW }, now: NOW, timeZone: 'Europe/Berlin' };

/** What became of an input. `code`: of the error; null when it was read. */
export type Outcome = { code: string | null; rows: number; orders: number };

/** Reads bytes as a file and checks them as orders. Throws for whatever a user must never meet. */
export async function survive(bytes: Buffer): Promise<Outcome> {
  let sheets: readonly RawSheet[];
  try {
    ({ sheets } = await openSheetBytes(bytes, 'fuzz'));
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    clear(sheetErrorMessage(error));
    return { code: error.code, rows: 0, orders: 0 };
  }
  for (const sheet of sheets) sound(sheet);
  let orders = 0;
  for (const { name } of sheets) {
    orders += createChecker(findOrders(sheets, { sheetName: name }), CHECK).rows.length;
  }
  return { code: null, rows: sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0), orders };
}

function clear(message: string): void {
  if (/undefined|NaN|\[object|\n|\bat .+:\d+/.test(message) || !/^".*[.]$|^[A-Z].*[.]$/s.test(message)) {
    throw new Error(`Not a clear sentence: ${message}`);
  }
}

/** Rows in order, each with something in it, and every cell one of the kinds there are. */
function sound({ rows }: RawSheet): void {
  let before = 0;
  for (const { row, cells } of rows) {
    if (!Number.isInteger(row) || row <= before) throw new Error(`Row ${row} after row ${before}`);
    before = row;
    if (cells.length === 0 || !cells.some((cell) => cell.kind !== 'empty'))
      throw new Error(`Row ${row} is blank`);
    for (const cell of cells) {
      if (!KINDS.has(cell?.kind)) throw new Error(`A cell of row ${row} is ${JSON.stringify(cell)}`);
      if (cell.kind === 'number' && (!Number.isFinite(cell.value) || Number(cell.text) !== cell.value)) {
        throw new Error(`A number of row ${row} is ${cell.value} and shows ${cell.text}`);
      }
    }
  }
}
