import { catalogFacts, type CatalogFacts, type Values } from './cross-field';
import { cellText } from './cell-text';
import type { CheckOptions } from './checker';
import { FIELDS, type FieldName, type ResultField } from './fields';
import { fieldReaders, type FieldReader } from './read-field';
import type { OrderTable } from './table';
import { dateOrder } from './values/date';
import { numberHabit, type NumberHabit } from './values/number';

/** Where a field of this sheet comes from. */
export type FieldSource = {
  readonly name: FieldName;
  readonly required: boolean;
  /** 0-based; undefined: no column holds it. */
  readonly column: number | undefined;
  /** For cells that have nothing of their own; '' when there is none. */
  readonly constant: string;
  readonly read: FieldReader;
};

/** What the rows of a sheet are checked with, worked out once. */
export type RowContext = {
  readonly sources: readonly FieldSource[];
  readonly columnOf: ReadonlyMap<FieldName | ResultField, number>;
  /** Required fields the sheet has no column and no constant for. */
  readonly missing: readonly FieldName[];
  readonly facts: CatalogFacts;
  /** One row's values at a time: rows are checked one after another, and a hundred thousand objects cost more than the checks. */
  readonly scratch: Values;
};

const HABITS: Record<'.' | ',', NumberHabit> = {
  '.': { dot: 'decimal', comma: 'thousands' },
  ',': { dot: 'thousands', comma: 'decimal' },
};

export function rowContext(table: OrderTable, options: CheckOptions): RowContext {
  const columnOf = new Map(
    table.columns.flatMap((one) => (one.field === null ? [] : [[one.field, one.column] as const])),
  );
  const columnTexts = function* (columns: readonly number[]): Generator<string> {
    for (const row of table.rows) for (const column of columns) yield cellText(row.cells[column]);
  };
  const columnsOf = (kind: string): number[] =>
    FIELDS.filter((field) => field.kind === kind).flatMap((field) => columnOf.get(field.name) ?? []);
  const unmatched = table.columns.filter((one) => one.field === null).map((one) => one.column);
  const readers = fieldReaders({
    catalog: options.catalog,
    now: options.now,
    timeZone: options.timeZone,
    // Prices and other columns that are not ordered show how the file writes numbers, too.
    habit: options.decimalMark
      ? HABITS[options.decimalMark]
      : numberHabit(columnTexts(columnsOf('whole')), columnTexts(unmatched)),
    dateOrder: options.dateOrder ?? dateOrder(columnTexts(columnsOf('date'))),
  });
  const sources = FIELDS.map(({ name, required }) => ({
    name,
    required,
    column: columnOf.get(name),
    constant: (table.constants[name] ?? '').trim() === '' ? '' : (table.constants[name] ?? ''),
    read: readers(name),
  }));
  return {
    sources,
    columnOf,
    missing: sources
      .filter((one) => one.required && one.column === undefined && one.constant === '')
      .map((one) => one.name),
    facts: catalogFacts(options.catalog),
    scratch: Object.fromEntries(FIELDS.map((field) => [field.name, undefined])),
  };
}
