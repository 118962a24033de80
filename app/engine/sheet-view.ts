import { FIELDS, type CheckedRow, type FieldName } from '../orders';
import type { GridColumn, RowsPage, RowView, SheetView } from './contract';
import type { OrderSheet } from './order-sheet';

/** Below this a matched column should be looked at by a person before rows are judged by it. */
const CERTAIN = 0.8;

/** Everything the window shows about a sheet but its rows. */
export function sheetView(sheet: OrderSheet, shown: { folder: string; catalogOld: boolean }): SheetView {
  const { file, table } = sheet;
  return {
    id: sheet.id,
    revision: sheet.revision,
    file: { name: file.name, folder: shown.folder, sha256: file.sha256, format: file.format },
    dialect: file.dialect && {
      encoding: file.dialect.encoding,
      delimiter: file.dialect.delimiter,
      byteOrderMark: file.dialect.byteOrderMark,
    },
    sheets: sheet.sheetNames,
    sheetName: table.sheetName,
    headerRow: table.headerRow,
    columns: table.columns,
    grid: gridColumns(sheet),
    constants: table.constants,
    leftOut: table.leftOut,
    problems: table.problems,
    columnsCertain:
      !table.problems.some((one) => one.level !== 'note') &&
      table.columns.every((column) => column.field === null || column.confidence >= CERTAIN),
    timeZone: sheet.timeZone,
    dateOrder: sheet.reading.dateOrder,
    decimalMark: sheet.reading.decimalMark,
    counts: sheet.counts,
    groups: sheet.groups(),
    undo: sheet.history.undoLabel,
    redo: sheet.history.redoLabel,
    catalog: {
      connection: sheet.context.connection,
      fetchedAt: sheet.context.catalog.fetchedAt,
      old: shown.catalogOld,
    },
    runId: sheet.runId,
    merged: sheet.merged,
  };
}

/** The fields the grid shows: those with a column or a constant, those that are required, and those an edit gave a value. */
function gridColumns(sheet: OrderSheet): GridColumn[] {
  const letters = new Map(sheet.table.columns.map((column) => [column.field, column.letter]));
  return FIELDS.filter(
    (field) =>
      field.required ||
      letters.has(field.name) ||
      field.name in sheet.table.constants ||
      sheet.tab.edits.has(field.name),
  ).map((field) => ({
    field: field.name,
    label: field.label,
    letter: letters.get(field.name) ?? null,
    required: field.required,
    kind: field.kind,
    help: field.help,
  }));
}

/** A page of the rows a filter selects. */
export function rowsPage(sheet: OrderSheet, indices: Uint32Array, from: number, count: number): RowsPage {
  const rows: RowView[] = [];
  for (let at = from; at < Math.min(from + count, indices.length); at++) {
    const row = sheet.rows[indices[at] ?? -1];
    if (row) rows.push(rowView(sheet, row, at));
  }
  return { revision: sheet.revision, total: indices.length, rows };
}

function rowView(sheet: OrderSheet, row: CheckedRow, index: number): RowView {
  const originals: Partial<Record<FieldName, string>> = {};
  for (const field of row.edited) originals[field] = sheet.originalText(row.row, field);
  return {
    index,
    row: row.row,
    state: row.state,
    texts: row.texts,
    originals,
    problems: row.problems.map(({ code, level, field, cell, params, message, repair }) => ({
      code,
      level,
      field,
      cell,
      params,
      message,
      ...(repair && { repair }),
    })),
    earlier: row.earlier,
  };
}

/** Where the next row with an error or warning is within a filter's rows, wrapping around; null: there is none. */
export function nextProblemIndex(
  sheet: OrderSheet,
  indices: Uint32Array,
  afterIndex: number,
  backwards: boolean,
): number | null {
  const step = backwards ? -1 : 1;
  for (let walked = 1; walked <= indices.length; walked++) {
    const at = (((afterIndex + step * walked) % indices.length) + indices.length) % indices.length;
    const row = sheet.rows[indices[at] ?? -1];
    if (row?.problems.some((one) => one.level !== 'note')) return at;
  }
  return null;
}
