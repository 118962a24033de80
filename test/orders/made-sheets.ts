import {
  SANDBOX_CATALOG,
  createChecker,
  findOrders,
  type Catalog,
  type CheckedRow,
  type Checker,
  type CheckOptions,
  type FindOptions,
  type OrderTable,
  type Problem,
} from '../../app/orders';
import type { Cell, RawRow, RawSheet } from '../../app/sheets/cell';

/** 24 November 2026, noon at UTC: after every "past" date of the sheets and before every good one. */
export const NOW = Date.UTC(2026, 10, 24, 12);
export const CATALOG: Catalog = { ...SANDBOX_CATALOG, fetchedAt: Date.UTC(2026, 10, 23) };
export const CHECK: CheckOptions = { catalog: CATALOG, now: NOW, timeZone: 'UTC' };

/** How tests write a cell: text, number, boolean, a ready cell, or nothing. */
export type Written = string | number | boolean | null | undefined | Cell;

export function cellOf(written: Written): Cell {
  if (written === null || written === undefined || written === '') return { kind: 'empty' };
  if (typeof written === 'string') return { kind: 'text', text: written };
  if (typeof written === 'number') return { kind: 'number', value: written, text: String(written) };
  if (typeof written === 'boolean') return { kind: 'boolean', value: written };
  return written;
}

/** A sheet whose first row is row 1; blank rows are left out and equal cells are one object, as the readers do. */
export function sheetOf(lines: readonly (readonly Written[])[], name = 'Orders'): RawSheet {
  const shared = new Map<string, Cell>();
  const sharedCell = (written: Written): Cell => {
    const cell = cellOf(written);
    const key = JSON.stringify(cell);
    const known = shared.get(key) ?? cell;
    shared.set(key, known);
    return known;
  };
  const rows: RawRow[] = lines.map((line, at) => ({ row: at + 1, cells: line.map(sharedCell) }));
  return { name, hidden: false, rows: rows.filter((row) => row.cells.some((cell) => cell.kind !== 'empty')) };
}

/** A row with nothing wrong with it, by field. */
export const GOOD = {
  name: 'Acme Branch 1',
  plan: 'Enterprise Plan',
  extensionCapacity: '20',
  concurrentCallCapacity: '10',
  recordingStatus: 'Enabled',
  recordingCapacity: '500',
  regionId: '4',
  subDomain: 'acme-1',
  domainId: '4',
  type: 'Commercial',
  expirationDate: '2027-12-31',
  allowRunAfterExpirationDate: 'Yes',
  versionId: '764',
  customerIds: '50086182',
  upgradeInPbx: 'Enabled',
  im: 'Enabled',
  passwordlessLogin: 'Enabled',
  allowSuperiorPasswordlessLogin: 'Enabled',
  provisioningViaTemplate: 'Enabled',
  provisionTemplateId: '12',
  transcriptionCapacity: '',
} as const satisfies Record<string, string>;
export type GoodField = keyof typeof GOOD;
export const GOOD_FIELDS = Object.keys(GOOD).filter((key): key is GoodField => key in GOOD);
export type Row = Partial<Record<GoodField, Written>>;

/** A sheet of the API's own headings in row 1 and one row for each change to the good row. */
export function ordersOf(...changes: readonly Row[]): RawSheet {
  const lines = changes.map((change) =>
    GOOD_FIELDS.map((field) => (field in change ? change[field] : GOOD[field])),
  );
  return sheetOf([GOOD_FIELDS, ...lines]);
}

/** All that a checked row says, worked out. */
export const said = ({
  row,
  state,
  order,
  url,
  texts,
  edited,
  problems,
  earlier,
}: CheckedRow): CheckedRow => ({
  row,
  state,
  order,
  url,
  texts,
  edited,
  problems,
  earlier,
});

export type Checked = { table: OrderTable; checker: Checker; rows: readonly CheckedRow[] };

export function check(
  sheets: RawSheet | readonly RawSheet[],
  options: Partial<CheckOptions> & { find?: FindOptions } = {},
): Checked {
  const { find, ...rest } = options;
  const table = findOrders('rows' in sheets ? [sheets] : sheets, find);
  const checker = createChecker(table, { ...CHECK, ...rest });
  return { table, checker, rows: checker.rows };
}

/** The one row a good row becomes when some of its cells are changed. */
export function checkOne(change: Row, options: Partial<CheckOptions> = {}): CheckedRow {
  const row = check(ordersOf(change), options).rows[0];
  if (!row) throw new Error('The row was left out');
  return row;
}

/** `E7 bad-sub-domain`, for each problem. */
export const told = (problems: readonly Problem[]): string[] =>
  problems.map((one) => `${one.cell ?? '-'} ${one.code}`);

export const codes = (row: CheckedRow | undefined): string[] => (row?.problems ?? []).map((one) => one.code);
