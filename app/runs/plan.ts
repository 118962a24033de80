import type { CheckedRow } from '../orders';
import type { Capacity } from '../ycm';

export type Shortfall = {
  what: 'extensions' | 'concurrentCalls' | 'recordingMinutes';
  label: string;
  needed: number;
  available: number;
};
export type Share = { pbxs: number; extensions: number };

/** What submitting these rows would do. */
export type Plan = {
  create: number;
  skipped: number;
  invalid: number;
  /** Recording minutes count above each PBX's free 500. */
  totals: { extensions: number; concurrentCalls: number; recordingMinutes: number };
  byPlan: Record<string, Share>;
  /** Keyed by region id. */
  byRegion: Record<string, Share>;
  byType: Record<string, Share>;
  shortfall: Shortfall[];
  /** How many of the first orders, in sheet order, the account's remaining capacity covers. */
  fitting: number;
  /** Rows, in sheet order, the capacity covers when each is taken if it still fits. */
  fittingRows: number[];
};

/** Recording minutes every PBX has free (YCM product pages). */
const FREE_RECORDING_MINUTES = 500;

const LABELS: Record<Shortfall['what'], string> = {
  extensions: 'Extensions',
  concurrentCalls: 'Concurrent calls',
  recordingMinutes: 'Recording minutes',
};
const KINDS = ['extensions', 'concurrentCalls', 'recordingMinutes'] as const;
type Need = Plan['totals'];

/** Counts a checked sheet and compares it with what the account has left (null: not known, so nothing is short). */
export function planRun(checked: readonly CheckedRow[], capacity: Capacity | null): Plan {
  const plan: Plan = {
    create: 0,
    skipped: 0,
    invalid: 0,
    totals: nothing(),
    byPlan: {},
    byRegion: {},
    byType: {},
    shortfall: [],
    fitting: 0,
    fittingRows: [],
  };
  const taken = nothing();
  for (const { row, state, order } of checked) {
    if (state === 'skipped') plan.skipped++;
    if (state === 'invalid' || (state === 'ready' && !order)) plan.invalid++;
    if (state !== 'ready' || !order) continue;
    plan.create++;
    const need: Need = {
      extensions: order.extensionCapacity,
      concurrentCalls: order.concurrentCallCapacity,
      recordingMinutes: Math.max(0, order.recordingCapacity - FREE_RECORDING_MINUTES),
    };
    add(plan.totals, need);
    share(plan.byPlan, order.plan, need);
    share(plan.byRegion, String(order.regionId), need);
    share(plan.byType, order.type, need);
    if (fits(plan.totals, nothing(), capacity)) plan.fitting++;
    if (fits(taken, need, capacity)) {
      add(taken, need);
      plan.fittingRows.push(row);
    }
  }
  if (capacity) {
    plan.shortfall = KINDS.filter((what) => plan.totals[what] > capacity[what].available).map((what) => ({
      what,
      label: LABELS[what],
      needed: plan.totals[what],
      available: capacity[what].available,
    }));
  }
  return plan;
}

const nothing = (): Need => ({ extensions: 0, concurrentCalls: 0, recordingMinutes: 0 });

function add(sum: Need, need: Need): void {
  for (const what of KINDS) sum[what] += need[what];
}

function fits(taken: Need, need: Need, capacity: Capacity | null): boolean {
  return !capacity || KINDS.every((what) => taken[what] + need[what] <= capacity[what].available);
}

function share(shares: Record<string, Share>, key: string, need: Need): void {
  const one = (shares[key] ??= { pbxs: 0, extensions: 0 });
  one.pbxs++;
  one.extensions += need.extensions;
}
