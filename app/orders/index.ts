/** The orders room: what an order is, and what a sheet says about it. Pure. */
export {
  FIELDS,
  FIELD_NAMES,
  FREE_RECORDING_MINUTES,
  MAX_EXTENSIONS,
  RESULT_FIELDS,
  fieldOf,
  isFieldName,
  isResultField,
  type Field,
  type FieldKind,
  type FieldName,
  type LookupName,
  type ResultField,
} from './fields';
export { orderRequest, type OrderRequest } from './request';
export { SANDBOX_CATALOG, catalogSchema, compareVersions, type Catalog } from './catalog';
export { lookupIndex, type LookupIndex } from './values/lookup-index';
export { readId } from './values/lookup';
export { PLACEHOLDER_WORDS } from './values/placeholder';
export { catalogFacts, crossFieldFindings } from './cross-field';
export { PROBLEMS, type ProblemCode } from './problem-table';
export { problemsMarkdown } from './problems-page';
export { fillIn, type Level, type Problem, type Repair } from './problems';
export { cellText } from './cell-text';
export { columnIndex, columnLetter } from './letters';
export type { ColumnMap, MatchedColumn } from './match-columns';
export { EXAMPLE_NAME } from './no-order';
export { findOrders, rankSheets, type FindOptions, type OrderTable } from './table';
export type { CheckedRow, RowState } from './checked-row';
export {
  createChecker,
  type AlreadyMade,
  type Checker,
  type CheckOptions,
  type Edits,
  type RowChange,
} from './checker';
export { checkOrders } from './check-orders';
