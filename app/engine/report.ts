import path from 'node:path';
import type { BatchRecord, OrderRecord } from '../ledger';
import { FREE_RECORDING_MINUTES, type Catalog } from '../orders';
import { runTotals } from '../runs';
import type { Parts } from './parts';
import { sheetReadOf } from './result-file';
import { accountOfRun } from './run-account';
import type { RunReport } from './run-report';
import { batchOf, refuseIfArchived, runRow } from './run-views';
import { regionLabels, sharesOf } from './shares';

/** What one page about a run says, from the ledger alone. Throws EngineError `unknown-run`, LedgerError. */
export async function runReport(parts: Parts, runId: string): Promise<RunReport> {
  const ledger = await parts.ledgers.reading();
  const batch = await batchOf(ledger, runId);
  refuseIfArchived(batch);
  const orders = await ledger.orders(runId);
  const created = orders.flatMap((one) => (one.state === 'created' && one.order ? [one.order] : []));
  const answered = orders.filter(({ state }) => ANSWERED.has(state));
  const times = answered.flatMap((one) => one.processedAt ?? []).sort((a, b) => a - b);
  const sheet = batch.sheet;
  return {
    runId,
    sheet: {
      name: batch.sheetName,
      folder: path.dirname(batch.sheetPath),
      sha256: batch.sha256,
      tab: sheet === batch.sheetName ? '' : sheet,
    },
    connection: { name: batch.connectionName, kind: batch.connectionKind },
    operator: batch.operator,
    osUser: batch.osUser,
    createdAt: batch.createdAt,
    firstAt: times[0] ?? null,
    lastAt: times.at(-1) ?? null,
    timeZone: (await sheetReadOf(ledger, batch))?.timeZone ?? parts.preferences.settings.timeZone,
    totals: await runTotals(ledger, runId),
    stopReason: batch.stopReason,
    created: {
      extensions: sum(created, (one) => one.extensionCapacity),
      concurrentCalls: sum(created, (one) => one.concurrentCallCapacity),
      recordingMinutes: sum(created, (one) => Math.max(0, one.recordingCapacity - FREE_RECORDING_MINUTES)),
    },
    byPlan: sharesOf(created, (one) => one.plan),
    byRegion: sharesOf(created, regionLabels(await regionsOf(parts, batch))),
    rows: orders.map(runRow),
    editedCells: sum(orders, editsOf),
  };
}

/** A row that was skipped or cancelled has a time, too, but no answer. */
const ANSWERED: ReadonlySet<string> = new Set(['created', 'rejected', 'unconfirmed']);

const editsOf = ({ edits }: OrderRecord): number => Object.keys(edits).length;

const sum = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0);

async function regionsOf(parts: Parts, batch: BatchRecord): Promise<Catalog['regions']> {
  return (await parts.catalogs.get(parts.connections.describe(accountOfRun(parts, batch)))).regions;
}
