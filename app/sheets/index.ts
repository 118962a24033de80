/** The sheets room: files <-> rows of cells. Knows bytes, dialects, encodings, workbooks; nothing about PBXs. */
export type { Cell, CellRange, RawRow, RawSheet, SheetFile, TextDialect } from './cell';
export { SheetError, sheetErrorMessage, type SheetErrorCode } from './sheet-error';
export type { FirstRows } from './first-rows';
export type { FileMark, WrittenBefore } from './safe-file';
export { openSheetFile, type OpenSheetOptions } from './open-sheet-file';
export {
  RESULT_COLUMNS,
  writeResults,
  type ResultColumn,
  type ResultsRequest,
  type RowResult,
  type WrittenResults,
} from './results/write-results';
export { inertField, writeField } from './results/text-fields';
export { writeForm, type Form, type FormColumn } from './form/write-form';
