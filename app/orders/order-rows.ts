import type { Cell, RawRow } from '../sheets/cell';
import { cellText, isBlank } from './cell-text';
import { fieldOf, isFieldName, isResultField } from './fields';
import type { Header } from './find-header';
import { fold } from './fold';
import { columnLetter } from './letters';
import type { MatchedColumn } from './match-columns';
import { isObjection } from './said-otherwise';
import { isExample, isHint, REMARK, says, whyNoOrder } from './no-order';

/** Hints for filling in stand in so many rows under the headings: `(required)`, `(number)`. */
const HINT_ROWS = 4;

/** Rows of orders apart from totals, remarks, headings of sections, repeated headings and rows with nothing in any order column. */
export function orderRows(
  below: readonly RawRow[],
  header: Header,
  columns: readonly MatchedColumn[],
): { rows: RawRow[]; leftOut: { row: number; reason: string }[]; under: Map<number, SectionHeading> } {
  const matched = columns.filter((column) => column.field !== null && isFieldName(column.field));
  const results = columns.filter((column) => column.field !== null && isResultField(column.field));
  const address = columns.find((column) => column.field === 'subDomain');
  const named = columns.find((column) => column.field === 'name');
  // Few distinct values first: they are told from a heading at once.
  const telling = [...matched].sort((a, b) => repetition(b.field) - repetition(a.field));
  const repeatsHeadings = headingTest(header.texts, telling);
  const rows: RawRow[] = [];
  const leftOut: { row: number; reason: string }[] = [];
  /** The row before, unless it was a remark: what stands apart from the orders is none. */
  let neighbour = header.row;
  /** `Cancelled:` above some orders. */
  let section: SectionHeading | null = null;
  const under = new Map<number, SectionHeading>();
  let at = -1;
  for (const row of below) {
    at++;
    const addressed = address !== undefined && says(row.cells[address.column]);
    let reason: string | null = null;
    if (!addressed && !saysAny(row, results)) {
      if (row.cells.every(isBlank)) continue;
      reason = whyNoOrder(row, matched, row.row > neighbour + 1);
    }
    if (named && isExample(cellText(row.cells[named.column]))) reason = 'it is the example row of the form';
    else if (at < HINT_ROWS && isHint(row, matched)) reason = REMARK;
    if (reason !== REMARK) neighbour = row.row;
    else section = objectionIn(row);
    if (reason !== null) {
      leftOut.push({ row: row.row, reason });
    } else if (matched.length > 2 && repeatsHeadings(row)) {
      leftOut.push({ row: row.row, reason: 'it repeats the headings' });
    } else {
      rows.push(row);
      if (section !== null) under.set(row.row, section);
    }
  }
  return { rows, leftOut, under };
}

function saysAny({ cells }: RawRow, columns: readonly MatchedColumn[]): boolean {
  for (const { column } of columns) if (says(cells[column])) return true;
  return false;
}

/** The heading of a section: `Cancelled:` in A7. */
export type SectionHeading = { readonly cell: string; readonly text: string };

function objectionIn({ row, cells }: RawRow): SectionHeading | null {
  const column = cells.findIndex((cell) => isObjection(cellText(cell)));
  return column < 0 ? null : { cell: `${columnLetter(column)}${row}`, text: cellText(cells[column]).trim() };
}

/** Whether a row says what the headings say. Each column remembers the cell it saw last: most equal the one above. */
function headingTest(texts: readonly string[], columns: readonly MatchedColumn[]): (row: RawRow) => boolean {
  const tests = columns.map(({ column }) => {
    const heading = fold(texts[column] ?? '');
    let last: Cell | undefined;
    let same = fold(cellText(undefined)) === heading;
    return ({ cells }: RawRow): boolean => {
      const cell = cells[column];
      if (cell === last) return same;
      last = cell;
      return (same = fold(cellText(cell)) === heading);
    };
  });
  return (row) => {
    for (const test of tests) if (!test(row)) return false;
    return true;
  };
}

const repetition = (field: MatchedColumn['field']): number =>
  field !== null && isFieldName(field) && fieldOf(field).kind === 'choice' ? 1 : 0;
