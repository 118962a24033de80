import type { Ledger, NewOrder, ResultColumns } from '../ledger';
import { cellText, isResultField, type AlreadyMade, type CheckedRow, type OrderTable } from '../orders';
import { connectionKey, type Connection } from '../ycm';
import { doubtOf } from './doubt';
import { cancelNeverSent, unsettledRows } from './replace-batch';
import { heldBy, IN_ACCOUNT, IN_FILE, madeBefore, TWICE_IN_FILE, UNKNOWN_DOMAIN } from './row-words';

export type NewRun = {
  file: { path: string; name: string; sha256: string };
  table: OrderTable;
  checked: readonly CheckedRow[];
  connection: Connection;
  /** When the catalog the rows were checked against was fetched, in ms. */
  catalogFetchedAt?: number;
  /** URL (lower case) to cloudPbxId of what the account has already; such orders are skipped. */
  accountHas?: ReadonlyMap<string, string>;
  /** An open batch of the same file whose orders that were never sent this one replaces. */
  replaces?: string;
  now?: () => number;
};

/** What else is known of the addresses and rows of a sheet when it is recorded. */
type Known = {
  made: ReadonlyMap<string, AlreadyMade>;
  accountHas: ReadonlyMap<string, string>;
  /** Row to why it must not be sent: the same row of the same file was sent before and its outcome is unknown. */
  unsettled: ReadonlyMap<number, string>;
  /** Addresses of the rows above. */
  above: Set<string>;
};

/** Records a sheet's orders as a batch, before anything is sent; yields the batch's id. Throws LedgerError. */
export async function createBatch(ledger: Ledger, run: NewRun): Promise<string> {
  const { file, table, checked, connection } = run;
  const key = connectionKey(connection);
  // A text file has no tabs; its one sheet is named like the file, which may be renamed.
  const sheet = table.sheetName === file.name ? '' : table.sheetName;
  // Before the new batch is there: a crash in between leaves orders that are not sent, never two versions of one.
  if (run.replaces !== undefined) await cancelNeverSent(ledger, run.replaces, sheet, run.now ?? Date.now);
  const raws = new Map(table.rows.map((raw) => [raw.row, raw]));
  const urls = checked.flatMap((row) => row.url ?? []);
  const made = await ledger.alreadyMade(key, urls);
  const known: Known = {
    made: new Map(made.map((one) => [one.url, one])),
    accountHas: run.accountHas ?? new Map(),
    unsettled: await unsettledRows(ledger, {
      sha256: file.sha256,
      connectionKey: key,
      sheet,
    }),
    above: new Set(),
  };
  const batch = {
    sheetPath: file.path,
    sheetName: file.name,
    sha256: file.sha256,
    sheet,
    headerRow: table.headerRow,
    resultColumns: resultColumns(table),
    mapping: JSON.stringify(mappingOf(table)),
    catalogFetchedAt: run.catalogFetchedAt ?? null,
    connectionName: connection.name,
    connectionKey: key,
    connectionKind: connection.kind,
  };
  return ledger.createBatch(
    batch,
    checked.map((row) => ({ ...orderOf(row, known), ...originals(table, raws.get(row.row), row) })),
  );
}

function orderOf(row: CheckedRow, known: Known): NewOrder {
  const { url, order, texts } = row;
  const edits: NewOrder['edits'] = {};
  for (const field of row.edited) edits[field] = texts[field] ?? '';
  const name = order?.name ?? texts.name?.trim() ?? '';
  const common = { row: row.row, url, order, name, customer: texts.customerIds ?? '', edits };
  const none = { cloudPbxId: null, error: null, skippedBecause: null, processedAt: null };
  const { made, accountHas, unsettled, above } = known;
  const earlier = url === null ? undefined : made.get(url);
  if (row.state === 'skipped') {
    const cloudPbxId = row.earlier?.cloudPbxId || earlier?.cloudPbxId || null;
    const why = whySkipped(earlier, url !== null && accountHas.get(url) === cloudPbxId);
    return { ...common, ...none, state: 'skipped', ...why, cloudPbxId };
  }
  if (row.state === 'invalid' || !order || url === null) {
    const doubt = doubtOf(row);
    // It counts as unconfirmed and is never sent: there is no order to send.
    if (doubt) return { ...common, ...none, state: 'skipped', skippedBecause: 'held', error: doubt.message };
    const error = row.problems.find((one) => one.level === 'error')?.message ?? null;
    return { ...common, ...none, state: 'invalid', error };
  }
  if (url.endsWith(`.domain-${order.domainId}`))
    return { ...common, ...none, state: 'invalid', error: UNKNOWN_DOMAIN };
  const doubt = unsettled.get(row.row);
  if (earlier?.state === 'created') {
    const { cloudPbxId } = earlier;
    return {
      ...common,
      ...none,
      state: 'skipped',
      skippedBecause: 'in-ledger',
      error: madeBefore(earlier),
      cloudPbxId,
    };
  }
  if (earlier)
    return { ...common, ...none, state: 'skipped', skippedBecause: 'held', error: heldBy(earlier) };
  if (doubt !== undefined) return { ...common, ...none, state: 'invalid', error: doubt };
  const cloudPbxId = accountHas.get(url);
  if (cloudPbxId !== undefined) {
    return {
      ...common,
      ...none,
      state: 'skipped',
      skippedBecause: 'in-account',
      error: IN_ACCOUNT,
      cloudPbxId,
    };
  }
  if (above.has(url))
    return { ...common, ...none, state: 'skipped', skippedBecause: 'in-file', error: TWICE_IN_FILE };
  above.add(url);
  return { ...common, ...none, state: 'ready' };
}

function whySkipped(
  made: AlreadyMade | undefined,
  inAccount: boolean,
): Pick<NewOrder, 'skippedBecause' | 'error'> {
  if (made?.state === 'created') return { skippedBecause: 'in-ledger', error: madeBefore(made) };
  return inAccount
    ? { skippedBecause: 'in-account', error: IN_ACCOUNT }
    : { skippedBecause: 'in-file', error: IN_FILE };
}

/** What the file itself has in the cells that were corrected. */
function originals(
  { columns }: OrderTable,
  raw: OrderTable['rows'][number] | undefined,
  { edited }: CheckedRow,
): Pick<NewOrder, 'originals'> {
  if (edited.length === 0) return {};
  const texts: NewOrder['edits'] = {};
  for (const field of edited) {
    const column = columns.find((one) => one.field === field)?.column;
    texts[field] = column === undefined ? '' : cellText(raw?.cells[column]);
  }
  return { originals: texts };
}

function resultColumns(table: OrderTable): ResultColumns {
  const columns: ResultColumns = {};
  for (const { field, column } of table.columns)
    if (field !== null && isResultField(field)) columns[field] ??= column;
  return columns;
}

/** How the columns were understood, as the audit trail keeps it. */
function mappingOf({ sheetName, headerRow, columns, constants }: OrderTable): Record<string, unknown> {
  const matched = columns.filter((column) => column.field !== null);
  return {
    sheetName,
    headerRow,
    columns: matched.map(({ letter, header, field }) => ({ letter, header, field })),
    constants,
  };
}
