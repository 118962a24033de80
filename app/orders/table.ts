import type { RawRow, RawSheet } from '../sheets/cell';
import { FIELDS, isFieldName, type FieldName } from './fields';
import { findHeader } from './find-header';
import { fold } from './fold';
import {
  columnTitle,
  fieldLabel,
  matchColumns,
  type ColumnMap,
  type MatchedColumn,
  type TwoColumns,
} from './match-columns';
import { orderRows, type SectionHeading } from './order-rows';
import { otherShape } from './other-shapes';
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
  /** Columns that look like a field as much as the one it is read from. */
  rivals: readonly TwoColumns[];
  /** The heading of a section that says something against the orders under it, by row. */
  under: ReadonlyMap<number, SectionHeading>;
  /** Rows under the headings that are no orders, and why. */
  leftOut: { row: number; reason: string }[];
  /** Values for rows that have none of their own. */
  constants: Partial<Record<FieldName, string>>;
  /** Of the sheet as a whole. */
  problems: Problem[];
};

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
      // The only sheet needs none.
      score: sheets.length === 1 ? 0 : (findHeader(sheet.rows)?.score ?? 0),
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
  const shape = sheet && named.size === 0 ? otherShape(sheet.rows, header) : null;
  if (!sheet || !header || shape) {
    const { code, params } = shape ?? { code: 'no-orders', params: {} };
    const problems = [sheetProblem(code, { sheet: name, ...params }, null)];
    if (sheet && options.sheetName === undefined) problems.push(...elsewhere(sheets, sheet, SOME_HEADINGS));
    return {
      sheetName: name,
      headerRow: 0,
      headerRows: 0,
      columns: [],
      rows: [],
      rivals: [],
      under: new Map(),
      leftOut: [],
      constants,
      problems,
    };
  }
  const below = sheet.rows.slice(header.firstData);
  const { columns, doubles } = matchColumns(header.texts, below, options.map ?? {});
  const { rows, leftOut, under } = orderRows(below, header, columns);
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
  if (options.sheetName === undefined) problems.push(...elsewhere(sheets, sheet, header.score * ALIKE));
  return {
    sheetName: name,
    headerRow: header.row,
    headerRows: header.lines,
    columns,
    rows,
    rivals: doubles.filter(areRivals),
    under,
    leftOut,
    constants,
    problems,
  };
}

/** Nothing but a guess tells such columns apart. Two names of a PBX are no harm: the first is as good. */
const areRivals = ({ field, alike }: TwoColumns): boolean => alike && field !== 'name';

/** Further sheets with nearly as many known headings need a look; hidden ones only when nothing was found elsewhere. */
const ALIKE = 0.6;
const SOME_HEADINGS = 4;

/** Tells of orders in sheets that are not read: so many known headings, and rows under them. */
function elsewhere(sheets: readonly RawSheet[], read: RawSheet, score: number): Problem[] {
  const found = findHeader(read.rows) !== null;
  const others = sheets.flatMap((sheet) => {
    if (sheet === read || (sheet.hidden && found)) return [];
    const header = findHeader(sheet.rows);
    const alike = header !== null && header.known && header.score >= score;
    return alike && sheet.rows.length > header.firstData ? `"${sheet.name}"` : [];
  });
  if (others.length === 0) return [];
  return [sheetProblem('other-sheets', { sheet: read.name, others: others.join(', ') }, null)];
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
