import type { ConnectionView, PlanView, Share } from '../../../app/engine/contract';
import type { OrderSheet } from '../../../app/engine/order-sheet';
import { FREE_RECORDING_MINUTES } from '../../../app/orders';
import { options } from './options';

/** A plan as the engine makes it, without an account to ask. */
export function fakePlan(sheet: OrderSheet, connection: ConnectionView): PlanView {
  const ready = sheet.rows.filter((row) => row.order);
  const sum = (of: (row: (typeof ready)[number]) => number): number =>
    ready.reduce((total, row) => total + of(row), 0);
  const shares = (field: 'plan' | 'regionId' | 'type'): Share[] => {
    const found = new Map<string, Share>();
    for (const row of ready) {
      const label = row.texts[field] ?? '';
      const share = found.get(label) ?? { label, pbxs: 0, extensions: 0 };
      share.pbxs++;
      share.extensions += row.order?.extensionCapacity ?? 0;
      found.set(label, share);
    }
    return [...found.values()];
  };
  const named = (state: 'invalid' | 'skipped'): PlanView['invalidRows'] =>
    sheet.rows
      .filter((row) => row.state === state)
      .map((row) => ({
        row: row.row,
        name: row.texts.name ?? '',
        reason: row.problems[0]?.message ?? 'It was created before.',
      }));
  const isProduction = connection.kind === 'production';
  return {
    connection,
    rows: sheet.rows.length,
    create: ready.length,
    invalid: sheet.counts.invalid,
    skipped: sheet.counts.skipped,
    totals: {
      extensions: sum((row) => row.order?.extensionCapacity ?? 0),
      concurrentCalls: sum((row) => row.order?.concurrentCallCapacity ?? 0),
      recordingMinutes: sum((row) =>
        Math.max(0, (row.order?.recordingCapacity ?? 0) - FREE_RECORDING_MINUTES),
      ),
    },
    byPlan: shares('plan'),
    byRegion: shares('regionId'),
    byType: shares('type'),
    skippedRows: named('skipped'),
    invalidRows: named('invalid'),
    warnings: [
      ...(options().planWarnings ?? []),
      ...ready.flatMap((row) =>
        row.problems
          .filter((one) => one.level === 'warning')
          .map((one) => ({ row: row.row, cell: one.cell, message: one.message })),
      ),
    ],
    capacity: isProduction ? { extensions: 120, concurrentCalls: 900, recordingMinutes: 10_000 } : null,
    capacityNote: isProduction
      ? null
      : 'What the account has left could not be asked, so it was not compared.',
    shortfall: isProduction ? ['Extensions: 184 needed, 120 left. The first 6 orders would fit.'] : [],
  };
}
