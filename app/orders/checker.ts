import { AddressGroups } from './address-groups';
import { cellText } from './cell-text';
import type { Catalog } from './catalog';
import { RowChecker } from './check-row';
import type { CheckedRow, LazyRow } from './checked-row';
import type { FieldName } from './fields';
import { placed } from './placed';
import type { Finding } from './problems';
import type { RowEdits } from './read-row';
import { rowContext, type RowContext } from './row-context';
import { positionOf } from './row-positions';
import type { OrderTable } from './table';
import { dayInZone } from './values/calendar';
import type { DateOrder } from './values/date';

/** Row number to field to text. */
export type Edits = Partial<Record<string, RowEdits>>;
/** An order the ledger knows at an address. */
export type AlreadyMade = {
  /** Lower case. */
  url: string;
  state: 'sending' | 'created' | 'unconfirmed';
  cloudPbxId: string | null;
  sheet: string;
  row: number;
  /** UTC milliseconds. */
  at: number;
};
export type CheckOptions = {
  catalog: Catalog;
  /** UTC milliseconds. */
  now: number;
  /** IANA name. */
  timeZone: string;
  edits?: Edits;
  alreadyMade?: readonly AlreadyMade[];
  /** The operator's word where dates or numbers may mean two things; absent: learnt from the file. */
  dateOrder?: Exclude<DateOrder, 'unknown'>;
  decimalMark?: '.' | ',';
};
export type RowChange = { before: CheckedRow; after: CheckedRow };
/** A sheet's rows, checked, and able to be checked again cell by cell. */
export type Checker = {
  readonly rows: readonly CheckedRow[];
  /** Changes one cell (null: back to the file's text); yields the rows whose check changed, other rows of the same address included. */
  edit(row: number, field: FieldName, value: string | null): RowChange[];
  /** The same for many cells at once; each row is checked once. */
  editAll(cells: readonly { row: number; field: FieldName; value: string | null }[]): RowChange[];
  /** Takes what the ledger now has at these addresses (lower case), instead of what it had before; yields the rows whose check changed. */
  learn(urls: readonly string[], alreadyMade: readonly AlreadyMade[]): RowChange[];
  /** Where the row with this number is among the rows; undefined: it is none of them. */
  indexOf(row: number): number | undefined;
  /** What the file itself has in a cell. */
  originalText(row: number, field: FieldName): string;
};

/** Checks every row of a table. One edit later costs its own row and those that share its address, however many rows there are. */
export function createChecker(table: OrderTable, options: CheckOptions): Checker {
  const context = rowContext(table, options);
  const checker = new RowChecker(context);
  const edits = new Map(
    Object.entries(options.edits ?? {}).map(([row, cells]) => [Number(row), { ...cells }]),
  );
  /** Each row on its own, before it is held against the others. */
  const alone = table.rows.map((raw) => checker.check(raw, edits.get(raw.row)));
  const sharing = new AddressGroups(alone);
  const made = new Map((options.alreadyMade ?? []).map((one) => [one.url, one]));
  const among = (at: number): CheckedRow =>
    againstOthers(alone, at, sharing, made, context, options.timeZone);
  const rows: CheckedRow[] = [...alone];
  for (const at of sharing.shared) rows[at] = among(at);
  for (const url of made.keys()) for (const at of sharing.members(url)) rows[at] = among(at);
  const renewed = (indices: Iterable<number>): RowChange[] =>
    Array.from(indices, (at) => {
      const [before, after] = [rows[at], among(at)];
      rows[at] = after;
      return { before: before ?? after, after };
    });

  return {
    rows,
    edit(row, field, value) {
      return this.editAll([{ row, field, value }]);
    },
    editAll(cells) {
      const changed = new Map<number, RowEdits>();
      for (const { row, field, value } of cells) {
        const at = positionOf(table.rows, row);
        if (at === undefined) continue;
        // A copy for each change, because the row checked before still refers to the old one.
        let own = changed.get(at);
        if (!own) changed.set(at, (own = { ...edits.get(row) }));
        if (value === null) delete own[field];
        else own[field] = value;
        edits.set(row, own);
      }
      const affected = new Set<number>();
      const addresses = new Set<string>();
      for (const [at, own] of changed) {
        const [raw, old] = [table.rows[at], alone[at]];
        if (!raw || !old) continue;
        const now = checker.check(raw, own);
        alone[at] = now;
        affected.add(at);
        if (now.url === old.url) continue;
        sharing.leave(old, at);
        sharing.join(now, at);
        for (const url of [old.url, now.url]) if (url !== null) addresses.add(url);
      }
      for (const url of addresses) for (const at of sharing.members(url)) affected.add(at);
      return renewed(affected);
    },
    learn(urls, alreadyMade) {
      if (alreadyMade.length === 0 && made.size === 0) return [];
      const now = new Map(alreadyMade.map((one) => [one.url, one]));
      const affected = new Set<number>();
      for (const url of urls) {
        const known = now.get(url);
        if (!known && !made.has(url)) continue;
        if (known) made.set(url, known);
        else made.delete(url);
        for (const at of sharing.members(url)) affected.add(at);
      }
      return renewed(affected);
    },
    indexOf: (row) => positionOf(table.rows, row),
    originalText(row, field) {
      const at = positionOf(table.rows, row);
      const column = context.columnOf.get(field);
      return at === undefined || column === undefined ? '' : cellText(table.rows[at]?.cells[column]);
    },
  };
}

/** A row's check with what other rows of its address and the ledger say about it. */
function againstOthers(
  alone: readonly LazyRow[],
  at: number,
  sharing: AddressGroups,
  made: ReadonlyMap<string, AlreadyMade>,
  context: RowContext,
  timeZone: string,
): CheckedRow {
  const row = alone[at];
  if (!row) throw new RangeError(`No row at ${at}`);
  if (row.state === 'skipped') return row;
  const earlier = made.size === 0 ? undefined : made.get(row.url ?? '');
  const finding = earlier ? madeFinding(earlier, timeZone) : sharedFinding(alone, at, row, sharing);
  if (!finding) return row;
  const column = context.columnOf.get('subDomain');
  const problems = [...row.problems, placed(row.row, column, 'subDomain', finding)];
  if (earlier?.state === 'created') {
    // It exists: whatever else is wrong with the row no longer matters.
    return row.judged({
      state: 'skipped',
      problems: problems.slice(-1),
      earlier: { status: 'created', cloudPbxId: earlier.cloudPbxId ?? '' },
    });
  }
  return row.judged({ state: 'invalid', problems, earlier: row.earlier });
}

function sharedFinding(
  alone: readonly CheckedRow[],
  at: number,
  row: LazyRow,
  sharing: AddressGroups,
): Finding | null {
  const { named, more } = sharing.others(row, at);
  if (named.length === 0) return null;
  const rows =
    named.map((index) => alone[index]?.row ?? 0).join(', ') + (more > 0 ? ` and ${more} more` : '');
  return { code: 'duplicate-url', params: { url: row.url ?? '', rows } };
}

function madeFinding(made: AlreadyMade, timeZone: string): Finding {
  const date = dayInZone(Math.floor(made.at / 1000), timeZone);
  const params = { url: made.url, sheet: made.sheet, row: made.row, date, id: made.cloudPbxId ?? '' };
  return { code: made.state === 'created' ? 'already-created' : 'already-unconfirmed', params };
}
