import type { Cell, RawRow } from '../sheets/cell';
import { catalogFacts, CROSS_FIELDS, type CatalogFacts, type Values } from './cross-field';
import { cellText } from './cell-text';
import type { CheckOptions } from './checker';
import { FIELDS, type FieldName, type ResultField } from './fields';
import { fieldReaders, type FieldReader, type Value } from './read-field';
import type { TwoColumns } from './match-columns';
import type { SectionHeading } from './order-rows';
import { tellingColumns, type TellingColumn } from './said-otherwise';
import type { OrderTable } from './table';
import { columnDateOrder } from './values/date';
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
  /** Whether rules between fields look at it. */
  readonly crossed: boolean;
  /**
   * The cell read last, when nothing was wrong with it, and what it means: equal cells of a sheet are one object, and
   * most cells of a column equal the one above. A domain's meaning also depends on the region.
   */
  lastCell: Cell | undefined | typeof UNREAD;
  lastRegion: Value | undefined;
  lastValue: Value | undefined;
  /** The values that have `lastValue` in them already. */
  lastIn: Values | undefined;
};

export const UNREAD = Symbol('no cell was read');
const CROSSED: ReadonlySet<FieldName> = new Set(CROSS_FIELDS);

/** What the rows of a sheet are checked with, worked out once. */
export type RowContext = {
  readonly sources: readonly FieldSource[];
  readonly sourceOf: Readonly<Record<FieldName, FieldSource>>;
  readonly columnOf: ReadonlyMap<FieldName | ResultField, number>;
  /** Required fields the sheet has no column and no constant for. */
  readonly missing: readonly FieldName[];
  readonly facts: CatalogFacts;
  /** Columns that look like a field as much as the one it is read from. */
  readonly rivals: readonly TwoColumns[];
  /** Other columns that may say something against an order. */
  readonly telling: readonly TellingColumn[];
  /** The heading of a section that says something against the orders under it, by row. */
  readonly under: ReadonlyMap<number, SectionHeading>;
};

const HABITS: Record<'.' | ',', NumberHabit> = {
  '.': { dot: 'decimal', comma: 'thousands' },
  ',': { dot: 'thousands', comma: 'decimal' },
};

export function rowContext(table: OrderTable, options: CheckOptions): RowContext {
  const columnOf = new Map(
    table.columns.flatMap((one) => (one.field === null ? [] : [[one.field, one.column] as const])),
  );
  const columnsOf = (kind: string): number[] =>
    FIELDS.filter((field) => field.kind === kind).flatMap((field) => columnOf.get(field.name) ?? []);
  const dateHeading = table.columns.find((one) => one.field === 'expirationDate')?.header ?? '';
  const unmatched = table.columns.filter((one) => one.field === null).map((one) => one.column);
  const texts = (columns: readonly number[]): Set<string> => differentTexts(table.rows, columns);
  const readers = fieldReaders({
    catalog: options.catalog,
    now: options.now,
    timeZone: options.timeZone,
    // Prices and other columns that are not ordered show how the file writes numbers, too.
    habit: options.decimalMark
      ? HABITS[options.decimalMark]
      : learntHabit(() => numberHabit(texts(columnsOf('whole')), texts(unmatched))),
    dateOrder: options.dateOrder ?? columnDateOrder(dateHeading, texts(columnsOf('date'))),
    columnTexts: (name) => texts([columnOf.get(name) ?? -1]),
  });
  const sources = FIELDS.map(({ name, required }): FieldSource => ({
    name,
    required,
    column: columnOf.get(name),
    constant: (table.constants[name] ?? '').trim() === '' ? '' : (table.constants[name] ?? ''),
    read: readers(name),
    crossed: CROSSED.has(name),
    lastCell: UNREAD,
    lastRegion: undefined,
    lastValue: undefined,
    lastIn: undefined,
  }));
  return {
    sources,
    sourceOf: bySource(sources),
    columnOf,
    missing: sources
      .filter((one) => one.required && one.column === undefined && one.constant === '')
      .map((one) => one.name),
    facts: catalogFacts(options.catalog),
    rivals: table.rivals,
    telling: tellingColumns(table.columns),
    under: table.under,
  };
}

/** A habit that is learnt when a number is met that needs it: most sheets write plain digits. */
function learntHabit(learn: () => NumberHabit): NumberHabit {
  let learnt: NumberHabit | undefined;
  const habit = (): NumberHabit => (learnt ??= learn());
  return {
    get dot() {
      return habit().dot;
    },
    get comma() {
      return habit().comma;
    },
  };
}

function bySource(sources: readonly FieldSource[]): Record<FieldName, FieldSource> {
  const found: Partial<Record<FieldName, FieldSource>> = {};
  for (const source of sources) found[source.name] = source;
  // `sources` has every field.
  return found as Record<FieldName, FieldSource>;
}

/** What the cells of some columns show, each text once. */
function differentTexts(rows: readonly RawRow[], columns: readonly number[]): Set<string> {
  const texts = new Set<string>();
  for (const column of columns) {
    let last: Cell | undefined;
    for (const { cells } of rows) {
      const cell = cells[column];
      if (cell === last) continue;
      last = cell;
      texts.add(cellText(cell));
    }
  }
  return texts;
}
