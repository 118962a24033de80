import { fieldOf, type CheckedRow } from '../orders';
import { planRun } from '../runs';
import type { Capacity, Lookup } from '../ycm';
import type { ConnectionView, PlanView, Share } from './contract';
import type { OrderSheet } from './order-sheet';

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
  const regions = new Map(sheet.context.catalog.regions.map((one) => [one.regionId, one.region]));
  return {
    connection,
    rows: rows.length,
    create: plan.create,
    invalid: plan.invalid,
    skipped: plan.skipped,
    totals: plan.totals,
    byPlan: shares(ready, (row) => row.order?.plan ?? ''),
    byRegion: shares(
      ready,
      (row) =>
        regions.get(row.order?.regionId ?? -1) ?? `${fieldOf('regionId').label} ${row.order?.regionId}`,
    ),
    byType: shares(ready, (row) => row.order?.type ?? ''),
    skippedRows: rows.filter((row) => row.state === 'skipped').map((row) => because(row, skipReason(row))),
    invalidRows: rows.filter((row) => row.state === 'invalid').map((row) => because(row, errorOf(row))),
    warnings: [
      ...told,
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
    shortfall: plan.shortfall.map(
      (one) =>
        `${one.label}: ${one.needed} needed, ${one.available} left. The first ${plan.fitting} orders would fit.`,
    ),
  };
}

function shares(rows: readonly CheckedRow[], labelOf: (row: CheckedRow) => string): Share[] {
  const byLabel = new Map<string, Share>();
  for (const row of rows) {
    const label = labelOf(row);
    const share = byLabel.get(label) ?? { label, pbxs: 0, extensions: 0 };
    share.pbxs++;
    share.extensions += row.order?.extensionCapacity ?? 0;
    byLabel.set(label, share);
  }
  return [...byLabel.values()].sort((a, b) => b.pbxs - a.pbxs);
}

const because = (row: CheckedRow, reason: string): { row: number; name: string; reason: string } => ({
  row: row.row,
  name: row.texts.name ?? '',
  reason,
});

const errorOf = (row: CheckedRow): string => row.problems.find((one) => one.level === 'error')?.message ?? '';

function skipReason(row: CheckedRow): string {
  if (row.problems[0]) return row.problems[0].message;
  return row.earlier?.cloudPbxId
    ? `The sheet already has its cloudPbxId ${row.earlier.cloudPbxId}.`
    : 'It was created before.';
}
