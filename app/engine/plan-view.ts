import type { CheckedRow } from '../orders';
import { planRun, type Plan } from '../runs';
import type { Capacity, Lookup } from '../ycm';
import type { ConnectionView, PlanView } from './contract';
import type { OrderSheet } from './order-sheet';
import { regionLabels, sharesOf } from './shares';

/** What creating these rows of a sheet would mean, before anything is sent. `told`: what was found out on the way. */
export function planView(
  sheet: OrderSheet,
  rows: readonly CheckedRow[],
  connection: ConnectionView,
  capacity: Lookup<Capacity>,
  told: PlanView['warnings'],
): PlanView {
  const plan = planRun(rows, capacity.outcome === 'found' ? capacity.value : null);
  const ready = rows.filter((row) => row.state === 'ready');
  const orders = ready.flatMap((row) => row.order ?? []);
  return {
    connection,
    rows: rows.length,
    create: plan.create,
    invalid: plan.invalid,
    skipped: plan.skipped,
    totals: plan.totals,
    byPlan: sharesOf(orders, (order) => order.plan),
    byRegion: sharesOf(orders, regionLabels(sheet.context.catalog.regions)),
    byType: sharesOf(orders, (order) => order.type),
    skippedRows: rows.filter((row) => row.state === 'skipped').map((row) => because(row, skipReason(row))),
    invalidRows: rows.filter((row) => row.state === 'invalid').map((row) => because(row, errorOf(row))),
    warnings: [
      ...told,
      ...sheet.table.problems
        .filter((one) => one.level === 'warning')
        .map((one) => ({ row: 0, cell: null, message: one.message })),
      ...ready.flatMap((row) =>
        row.problems
          .filter((one) => one.level === 'warning')
          .map((one) => ({ row: row.row, cell: one.cell, message: one.message })),
      ),
    ],
    capacity:
      capacity.outcome === 'found'
        ? {
            extensions: capacity.value.extensions.available,
            concurrentCalls: capacity.value.concurrentCalls.available,
            recordingMinutes: capacity.value.recordingMinutes.available,
          }
        : null,
    capacityNote:
      capacity.outcome === 'found'
        ? null
        : `What the account has left could not be asked, so it was not compared.${capacity.outcome === 'failed' ? ` ${capacity.message}` : ''}`,
    shortfall: shortfallWords(plan),
  };
}

/** What the account lacks, and which rows would fit all the same. */
function shortfallWords({ shortfall, create, fittingRows }: Plan): string[] {
  if (shortfall.length === 0) return [];
  const lacking = shortfall.map((one) => `${one.label}: ${one.needed} needed, ${one.available} left.`);
  const fit =
    fittingRows.length === 0
      ? 'None of the orders fits.'
      : `${fittingRows.length} of ${create} would fit: ${rangesOf(fittingRows)}.`;
  return [...lacking, fit];
}

/** `rows 2-14, 16` */
function rangesOf(rows: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else ranges.push([row, row]);
  }
  const words = ranges
    .slice(0, RANGES_NAMED)
    .map(([from, to]) => (from === to ? String(from) : `${from}-${to}`));
  const more = ranges.length - words.length;
  return `rows ${words.join(', ')}${more > 0 ? ` and ${more} more ranges` : ''}`;
}

const RANGES_NAMED = 12;

const because = (row: CheckedRow, reason: string): { row: number; name: string; reason: string } => ({
  row: row.row,
  name: row.texts.name?.trim() ?? '',
  reason,
});

const errorOf = (row: CheckedRow): string => row.problems.find((one) => one.level === 'error')?.message ?? '';

function skipReason(row: CheckedRow): string {
  if (row.problems[0]) return row.problems[0].message;
  return row.earlier?.cloudPbxId
    ? `The sheet already has its cloudPbxId ${row.earlier.cloudPbxId}.`
    : 'It was created before.';
}
