import type { RawRow, RawSheet } from '../sheets/cell';
import { columnLetter } from './letters';
import type { MatchedColumn } from './match-columns';
import type { ProblemCode } from './problem-table';
import { firstFrom } from './row-positions';

/** More than these are only counted. */
const NAMED = 5;

type Note = { code: ProblemCode; params: Record<string, string | number> };

/** What a person sees otherwise in the spreadsheet than the orders are read: hidden rows and columns, merged cells. */
export function spreadsheetNotes(
  sheet: RawSheet,
  rows: readonly RawRow[],
  columns: readonly MatchedColumn[],
): Note[] {
  const notes: Note[] = [];
  const hiddenRows = rows.filter((row) => row.hidden).length;
  if (hiddenRows > 0) notes.push({ code: 'hidden-rows', params: { count: hiddenRows } });
  const read = new Map(columns.filter((one) => one.field !== null).map((one) => [one.column, one.letter]));
  const hidden = (sheet.hiddenColumns ?? []).flatMap((column) => read.get(column) ?? []);
  if (hidden.length > 0) notes.push({ code: 'hidden-columns', params: { columns: hidden.join(', ') } });
  // One order beside other rows of the range that are none needs no question.
  const merged = (sheet.merged ?? []).filter(
    ({ left, top, bottom }) => read.has(left) && (rows[firstFrom(rows, top) + 1]?.row ?? Infinity) <= bottom,
  );
  if (merged.length > 0) {
    const names = merged
      .slice(0, NAMED)
      .map(({ left, top, bottom }) => `${columnLetter(left)}${top}:${columnLetter(left)}${bottom}`);
    const cells = names.join(', ') + (merged.length > NAMED ? ', …' : '');
    notes.push({ code: 'merged-cells', params: { count: merged.length, cells } });
  }
  return notes;
}
