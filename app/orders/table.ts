import type { Cell, RawRow, RawSheet } from '../sheets/cell';
import { cellText, isBlank } from './cell-text';
import { FIELDS, fieldOf, isFieldName, type FieldName } from './fields';
import { findHeader, type Header } from './find-header';
import { fold } from './fold';
import { columnTitle, fieldLabel, matchColumns, type ColumnMap, type MatchedColumn } from './match-columns';
import { problemMessage, type Problem } from './problems';
import { PROBLEMS, type ProblemCode } from './problem-table';
import { spreadsheetNotes } from './spreadsheet-view';

/** The orders of a sheet: which rows they are and which column holds what. */
export type OrderTable = {
  sheetName: string;
  /** 1-based, the lower of two lines; 0: none was found. */
  headerRow: number;
  headerRows: number;
  columns: MatchedColumn[];
  rows: readonly RawRow[];
  /** Rows under the headings that are no orders, and why. */
  leftOut: { row: number; reason: string }[];
  /** Values for rows that have none of their own. */
  constants: Partial<Record<FieldName, string>>;
  /** Of the sheet as a whole. */
  problems: Problem[];
};

/** The name in the example row of an order form: a row that still has it was not meant as an order. */
export const EXAMPLE_NAME = 'Example: overwrite this row';

export type FindOptions = {
  sheetName?: string;
  map?: ColumnMap;
  constants?: Partial<Record<string, string>>;
};

/** A workbook's sheets, the likeliest order sheet first. Hidden ones go last. */
export function rankSheets(
  sheets: readonly RawSheet[],
): { name: string; score: number; hidden: boolean; rows: number }[] {
  return sheets
    .map((sheet) => ({
      name: sheet.name,
      score: findHeader(sheet.rows)?.score ?? 0,
      hidden: sheet.hidden,
      rows: sheet.rows.length,
    }))
    .sort((a, b) => Number(a.hidden) - Number(b.hidden) || b.score - a.score);
}

/** Finds the order table of a workbook or text file. Never throws: what is wrong is among the problems. */
export function findOrders(sheets: readonly RawSheet[], options: FindOptions = {}): OrderTable {
  const name = options.sheetName ?? rankSheets(sheets)[0]?.name ?? '';
  const sheet = sheets.find((one) => one.name === name);
  const named = new Set(Object.values(options.map ?? {}).flatMap((where) => (where ? fold(where) : [])));
  const header = sheet ? findHeader(sheet.rows, named) : null;
  const constants = knownConstants(options.constants ?? {});
  if (!sheet || !header) {
    const problems = [sheetProblem('no-orders', { sheet: name }, null)];
    return {
      sheetName: name,
      headerRow: 0,
      headerRows: 0,
      columns: [],
      rows: [],
      leftOut: [],
      constants,
      problems,
    };
  }
  const below = sheet.rows.slice(header.firstData);
  const { columns, doubles } = matchColumns(header.texts, below, options.map ?? {});
  const { rows, leftOut } = orderRows(below, header, columns);
  const problems: Problem[] = doubles.map(({ field, first, second }) =>
    sheetProblem(
      'two-columns',
      { field: fieldLabel(field), first: columnTitle(first), second: columnTitle(second) },
      field,
    ),
  );
  if (!header.known && columns.every((column) => column.field === null))
    problems.unshift(sheetProblem('unknown-headings', { row: header.row }, null));
  for (const field of FIELDS) {
    const held = columns.some((column) => column.field === field.name) || constants[field.name] !== undefined;
    if (field.required && !held)
      problems.push(sheetProblem('missing-column', { field: field.label }, field.name));
  }
  if (rows.length === 0) problems.push(sheetProblem('no-orders', { sheet: name }, null));
  for (const { code, params } of spreadsheetNotes(sheet, rows, columns)) {
    problems.push(sheetProblem(code, params, null));
  }
  return {
    sheetName: name,
    headerRow: header.row,
    headerRows: header.lines,
    columns,
    rows,
    leftOut,
    constants,
    problems,
  };
}

function sheetProblem(
  code: ProblemCode,
  params: Record<string, string | number>,
  field: FieldName | null,
): Problem {
  const message = problemMessage(code, params);
  return { row: 0, column: null, cell: null, field, code, level: PROBLEMS[code].level, params, message };
}

function knownConstants(given: Partial<Record<string, string>>): Partial<Record<FieldName, string>> {
  const constants: Partial<Record<FieldName, string>> = {};
  for (const [name, value] of Object.entries(given)) {
    if (isFieldName(name) && value !== undefined && value.trim() !== '') constants[name] = value;
  }
  return constants;
}

const TOTAL_WORDS = new Set(
  [
    'total',
    'totals',
    'grand total',
    'sum',
    'subtotal',
    'summe',
    'gesamt',
    'gesamtsumme',
    'zwischensumme',
    'suma',
    'total general',
    'somme',
    'total general ht',
    'soma',
    '合计',
    '总计',
    '小计',
    '总数',
    '合計',
    '總計',
    '小計',
    '總數',
  ].map(fold),
);

/** Rows of orders apart from totals, repeated headings and rows with nothing in any order column. */
function orderRows(
  below: readonly RawRow[],
  header: Header,
  columns: readonly MatchedColumn[],
): { rows: RawRow[]; leftOut: { row: number; reason: string }[] } {
  const matched = columns.filter((column) => column.field !== null && isFieldName(column.field));
  const address = columns.find((column) => column.field === 'subDomain');
  const named = columns.find((column) => column.field === 'name');
  // Few distinct values first: they are told from a heading at once.
  const telling = [...matched].sort((a, b) => repetition(b.field) - repetition(a.field));
  const repeatsHeadings = headingTest(header.texts, telling);
  const rows: RawRow[] = [];
  const leftOut: { row: number; reason: string }[] = [];
  for (const row of below) {
    if (row.cells.every(isBlank)) continue;
    if (!matched.some((column) => !isBlank(row.cells[column.column]))) {
      leftOut.push({ row: row.row, reason: 'it has nothing in any of the order columns' });
    } else if (
      (!address || isBlank(row.cells[address.column])) &&
      row.cells.some((cell) => TOTAL_WORDS.has(fold(cellText(cell))))
    ) {
      leftOut.push({ row: row.row, reason: 'it is a row of totals' });
    } else if (named && cellText(row.cells[named.column]).trim() === EXAMPLE_NAME) {
      leftOut.push({ row: row.row, reason: 'it is the example row of the form' });
    } else if (matched.length > 2 && repeatsHeadings(row)) {
      leftOut.push({ row: row.row, reason: 'it repeats the headings' });
    } else rows.push(row);
  }
  return { rows, leftOut };
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
  return (row) => tests.every((test) => test(row));
}

const repetition = (field: MatchedColumn['field']): number =>
  field !== null && isFieldName(field) && fieldOf(field).kind === 'choice' ? 1 : 0;
