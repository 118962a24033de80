import type { Ledger, OrderRecord, OrderState } from '../ledger';
import { FIELD_NAMES, type CheckedRow, type FieldName } from '../orders';

/** How a sheet submitted again differs from the batch it was submitted as. */
export type Resubmission = {
  /** Nothing to send differs: going on with the batch sends exactly what the sheet says now. */
  same: boolean;
  changed: { row: number; state: OrderState; fields: string[] }[];
};

/** Compares a sheet as it is checked now with an earlier batch of the same file. Throws LedgerError. */
export async function compareWithBatch(
  ledger: Ledger,
  batchId: string,
  checked: readonly CheckedRow[],
): Promise<Resubmission> {
  const recorded = new Map((await ledger.orders(batchId)).map((order) => [order.row, order]));
  const changed: Resubmission['changed'] = [];
  for (const row of checked) {
    const before = recorded.get(row.row);
    recorded.delete(row.row);
    if (!before) {
      if (row.state === 'ready') changed.push({ row: row.row, state: 'ready', fields: [] });
    } else if (differs(before, row)) {
      changed.push({ row: row.row, state: before.state, fields: changedFields(before, row) });
    }
  }
  // The batch has orders that the sheet no longer has, for example of another tab.
  for (const { row, state } of recorded.values())
    if (state === 'ready') changed.push({ row, state, fields: [] });
  return { same: changed.length === 0, changed };
}

/** Whether going on with the batch would send something else for this row than the sheet says. */
function differs(before: OrderRecord, now: CheckedRow): boolean {
  const sameAddress = before.url === now.url;
  switch (before.state) {
    case 'ready':
      return now.order ? !isSameOrder(before, now) : !(sameAddress && isTakenOnly(now));
    case 'sending':
    case 'unconfirmed':
    case 'created':
      return now.state === 'ready' && !sameAddress;
    case 'skipped':
      if (before.skippedBecause === 'held' && now.order) return !isSameOrder(before, now);
      return now.state === 'ready' && !sameAddress;
    case 'rejected':
      return now.state === 'ready' && !isSameOrder(before, now);
    case 'invalid':
    case 'cancelled':
      return now.state === 'ready';
  }
}

/** Nothing is wrong with the row but that its address is in the ledger, which the run itself heeds. */
function isTakenOnly({ problems, state }: CheckedRow): boolean {
  const errors = problems.filter((one) => one.level === 'error');
  if (state === 'skipped') return problems.some((one) => one.code === 'already-created');
  return errors.length > 0 && errors.every((one) => one.code === 'already-unconfirmed');
}

function isSameOrder(before: OrderRecord, now: CheckedRow): boolean {
  return before.url === now.url && requestFields(before, now).length === 0;
}

function requestFields({ order: before }: OrderRecord, { order: now }: CheckedRow): FieldName[] {
  return FIELD_NAMES.filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(now?.[name]));
}

/** Fields whose value differs or, where one of the two is no whole order, whose correction differs. */
function changedFields(before: OrderRecord, now: CheckedRow): FieldName[] {
  if (before.order && now.order) return requestFields(before, now);
  const { edited, texts } = now;
  const corrected = (name: FieldName): string | undefined =>
    edited.includes(name) ? texts[name] : undefined;
  return FIELD_NAMES.filter((name) => before.edits[name] !== corrected(name));
}
