import { FIELDS, type Catalog, type CheckedRow, type Field, type FieldName } from '../orders';
import type { BatchRecord, Ledger, OrderRecord } from '../ledger';
import { openSheetFile, SheetError, writeForm, type Form } from '../sheets';
import { EngineError } from './failure';
import { sheetAs } from './opening';
import { FORM_FIELDS, formColumns } from './order-form';
import type { OrderSheet } from './order-sheet';
import type { Parts } from './parts';
import { REPAIR_HEADING, tagOf } from './repair-columns';
import { accountOfRun } from './run-account';
import { draftOfRun } from './run-draft';
import { batchOf, refuseIfArchived } from './run-views';

type Cells = Form['rows'][number];
/** A row to correct: what its cells hold, what is wrong with which of them, and with the row as a whole. */
type Failed = {
  row: number;
  texts: Partial<Record<FieldName, string>>;
  problems: Partial<Record<FieldName, string>>;
  message: string;
};

/** Writes the rows of a run that were rejected or invalid as a workbook to correct. Throws EngineError `nothing-to-repair`, SheetError. */
export async function writeRepairs(
  parts: Parts,
  runId: string,
  to: string,
): Promise<{ path: string; rows: number }> {
  const ledger = await parts.ledgers.reading();
  const batch = await batchOf(ledger, runId);
  refuseIfArchived(batch);
  const orders = await ledger.orders(runId, { states: ['rejected', 'invalid'] });
  const sheet = orders.length > 0 ? await sheetOf(parts, ledger, batch) : null;
  const failed = orders.flatMap((order) => failedRow(order, sheet?.at(order.row)) ?? []);
  if (failed.length === 0) {
    const gone =
      orders.length > 0 ? ' Its sheet is no longer where it was, so invalid rows can’t be shown.' : '';
    throw new EngineError('nothing-to-repair', `Run ${runId} has no rows to correct.${gone}`);
  }
  const catalog = await parts.catalogs.get(parts.connections.describe(accountOfRun(parts, batch)));
  await writeForm(repairForm(batch, failed, catalog, sheet), to);
  return { path: to, rows: failed.length };
}

/** The run's sheet as it was submitted; null when its file is gone or was changed. */
async function sheetOf(parts: Parts, ledger: Ledger, batch: BatchRecord): Promise<OrderSheet | null> {
  try {
    const read = await openSheetFile(batch.sheetPath);
    if (read.sha256 !== batch.sha256) return null;
    const draft = await draftOfRun(ledger, batch);
    return await sheetAs(parts, read, draft, { connection: accountOfRun(parts, batch), useDraft: false });
  } catch (error) {
    if (error instanceof SheetError) return null;
    throw error;
  }
}

/** Null: it has been created since, or nothing is known of it but that it failed. */
function failedRow(order: OrderRecord, now: CheckedRow | undefined): Failed | null {
  if (now?.state === 'skipped') return null;
  const { row, order: request, error, state } = order;
  const message = state === 'rejected' ? `YCM said no: ${error ?? ''}` : (error ?? '');
  if (!now) {
    if (!request) return null;
    const texts: Failed['texts'] = {};
    for (const { name } of FIELDS) {
      const value = request[name];
      if (value !== undefined) texts[name] = Array.isArray(value) ? value.join(', ') : String(value);
    }
    return { row, texts, problems: {}, message };
  }
  const problems: Failed['problems'] = {};
  for (const { field, level, message: words } of now.problems) {
    if (field === null || level === 'note') continue;
    problems[field] = problems[field] === undefined ? words : `${problems[field]}\n${words}`;
  }
  return { row, texts: now.texts, problems, message };
}

function repairForm(
  batch: BatchRecord,
  failed: readonly Failed[],
  catalog: Catalog,
  sheet: OrderSheet | null,
): Form {
  const fields = fieldsOf(failed, sheet);
  const columns: Form['columns'] = [
    {
      heading: REPAIR_HEADING,
      note: 'Which order of which run this row corrects. Leave it as it is.',
      required: false,
      width: 22,
    },
    ...formColumns(catalog, fields, 1),
  ];
  return {
    sheetName: 'Rows to correct',
    columns,
    rows: failed.map((one) => cellsOf(batch.id, one, fields)),
    emptyRows: 0,
    instructions: {
      sheetName: 'Instructions',
      lines: [
        `Rows of ${batch.sheetName} to correct`,
        'The cells that need a look are marked; point at one to read what is wrong with it.',
        `Leave the column "${REPAIR_HEADING}" as it is: by it each row finds its way back to its order. Rows may be sorted or deleted, but not added.`,
        'Save the workbook and open it in PBX Orders: the corrections are put into the original sheet, and the rows can be created from there.',
      ],
    },
  };
}

/** What the form asks for, and what the sheet itself has a column for. */
function fieldsOf(failed: readonly Failed[], sheet: OrderSheet | null): Field[] {
  const held = new Set<string | null>(sheet?.table.columns.map((one) => one.field));
  const given = new Set(failed.flatMap((one) => Object.keys(one.texts)));
  return FIELDS.filter(
    (field) => FORM_FIELDS.includes(field) || held.has(field.name) || given.has(field.name),
  );
}

function cellsOf(runId: string, { row, texts, problems, message }: Failed, fields: readonly Field[]): Cells {
  const onCell = Object.keys(problems).length > 0;
  return [
    { text: tagOf({ runId, row }), ...(!onCell && message !== '' && { problem: message }) },
    ...fields.map(({ name }) => {
      const problem = problems[name];
      return { text: texts[name] ?? '', ...(problem !== undefined && { problem }) };
    }),
  ];
}
