import path from 'node:path';
import type { BatchRecord, DecisionRecord, Ledger, OrderRecord } from '../ledger';
import { runTotals, type RunTotals } from '../runs';
import type { DecisionView, RunRow, RunSummary, RunView } from './contract';
import { EngineError } from './failure';

/** A run as it stands: `active` is what this engine does with it, if anything. */
export function runSummary(
  batch: BatchRecord,
  totals: RunTotals,
  active: 'running' | 'paused' | null,
): RunSummary {
  return {
    id: batch.id,
    createdAt: batch.createdAt,
    sheetName: batch.sheetName,
    connection: batch.connectionName,
    connectionKind: batch.connectionKind,
    operator: batch.operator,
    totals,
    state: active ?? (batch.state === 'finished' ? 'finished' : 'stopped'),
    stopReason: active ? null : batch.stopReason,
  };
}

export function runRow(order: OrderRecord): RunRow {
  const { row, name, url, state, cloudPbxId, requestId, error, processedAt } = order;
  return { row, name, url, state, cloudPbxId, requestId, message: error, processedAt };
}

const decisionView = ({ batchId: _run, ...view }: DecisionRecord): DecisionView => view;

/** A file as the window names it. */
export const placeOf = (file: string): { name: string; folder: string } => ({
  name: path.basename(file),
  folder: path.dirname(file),
});

export async function runView(
  ledger: Ledger,
  batch: BatchRecord,
  active: 'running' | 'paused' | null,
  resultNote: string | null,
): Promise<RunView> {
  return {
    ...runSummary(batch, await runTotals(ledger, batch.id), active),
    rows: (await ledger.orders(batch.id)).map(runRow),
    decisions: (await ledger.decisions(batch.id)).map(decisionView),
    result: batch.resultFile === null ? null : placeOf(batch.resultFile),
    resultNote,
  };
}

/** The record of a run. Throws EngineError `unknown-run`, LedgerError. */
export async function batchOf(ledger: Ledger, runId: string): Promise<BatchRecord> {
  const batch = await ledger.batch(runId);
  if (!batch) throw new EngineError('unknown-run', `There is no run ${runId} in this data folder.`);
  return batch;
}

/** Throws EngineError `run-archived`: what the run sent and was answered is in a file, and has to be brought back first. */
export function refuseIfArchived({ id, archived }: BatchRecord): void {
  if (!archived) return;
  throw new EngineError(
    'run-archived',
    `What run ${id} sent was moved into the archive ${archived.file}. Restore that archive first.`,
  );
}
