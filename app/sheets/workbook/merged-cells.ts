import type { Cell, CellRange, RawRow } from '../cell';
import type { ReadingBudget } from '../reading-budget';
import { EMPTY, isBlank } from '../shared-cells';

const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i;

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** `A4:B5` as a range; null when it isn't one. */
export function cellRange(reference: string): CellRange | null {
  const [, left, top, right, bottom] = RANGE.exec(reference) ?? [];
  if (!left || !top || !right || !bottom) return null;
  return { left: columnNumber(left), right: columnNumber(right), top: Number(top), bottom: Number(bottom) };
}

/**
 * Repeats a value merged over several rows in each of them, as a person reads it: three orders beside one customer are
 * all that customer's. Not across columns: the cells beside a title or a heading are no titles or headings of their
 * own. Not into rows that hold nothing else: they are no orders. Yields the ranges it filled.
 */
export function fillMergedRows(
  rows: RawRow[],
  merged: readonly CellRange[],
  budget: ReadingBudget,
): CellRange[] {
  const filled: CellRange[] = [];
  for (const range of merged) {
    if (range.bottom <= range.top) continue;
    let at = indexOfRow(rows, range.top);
    const value = rows[at]?.row === range.top ? (rows[at]?.cells[range.left] ?? EMPTY) : EMPTY;
    if (isBlank(value)) continue;
    for (at++; at < rows.length && (rows[at]?.row ?? Infinity) <= range.bottom; at++) {
      const row = rows[at];
      budget.slots(1 + range.left);
      if (row && isBlank(row.cells[range.left] ?? EMPTY))
        rows[at] = { ...row, cells: withCell(row.cells, range.left, value) };
    }
    filled.push(range);
  }
  return filled;
}

function withCell(cells: readonly Cell[], column: number, cell: Cell): Cell[] {
  const changed = cells.slice();
  while (changed.length < column) changed.push(EMPTY);
  changed[column] = cell;
  return changed;
}

/** The index of the first row with this number or a higher one. */
function indexOfRow(rows: readonly RawRow[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
