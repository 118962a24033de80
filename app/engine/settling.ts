import type { Ledger } from '../ledger';
import { readBack, reconcile, type Decision as PersonsDecision, type ReconcileOutcome } from '../runs';
import type { Client } from '../ycm';
import type { Candidate, Decision, ReadBackRow } from './contract';
import { EngineError } from './failure';
import { askLedgerForAll } from './ledger-facts';
import { operatorOf, type Parts } from './parts';
import { keepDraftOfResult } from './run-draft';
import { writeRunResult, resultPathOf, sourceOf } from './result-file';
import { accountOfRun } from './run-account';
import { batchOf, placeOf, refuseIfArchived } from './run-views';
import type { Running } from './running';
import { wordsOf } from './failure-words';

const OUTCOME: Record<ReconcileOutcome['outcome'], Candidate['outcome']> = {
  adopted: 'adopted',
  differs: 'differs',
  'absent-ready': 'absent',
  ready: 'absent',
  'too-recent': 'too-recent',
  unknown: 'unknown',
  left: 'unknown',
  refused: 'unknown',
};

/** Settles a run's unconfirmed orders by looking each up. Sends nothing. */
export async function settleByLookup(parts: Parts, running: Running, runId: string): Promise<Candidate[]> {
  const { ledger, client } = await accountOf(parts, running, runId);
  const outcomes = await reconcile({ ledger, client, batchId: runId, now: parts.now });
  await settled(parts, ledger, runId);
  return outcomes.map(candidate);
}

/** Carries out what a person decided, and nothing else. Throws EngineError `refused` when it can't be. */
export async function decideAll(
  parts: Parts,
  running: Running,
  runId: string,
  decisions: readonly Decision[],
): Promise<Candidate[]> {
  const { ledger, client } = await accountOf(parts, running, runId);
  const by = operatorOf(parts.preferences, parts.host.osUser);
  const theirs: PersonsDecision[] = decisions.map((one) => ({ ...one, by }));
  const outcomes = await reconcile({ ledger, client, batchId: runId, now: parts.now, decisions: theirs });
  await settled(parts, ledger, runId);
  const refused = outcomes.filter((one) => one.outcome === 'refused');
  if (refused.length > 0) {
    const words = refused.map((one) => `Row ${one.row}: ${one.message}`).join(' ');
    throw new EngineError('refused', words);
  }
  return outcomes.map(candidate);
}

/** Compares each created PBX with its order. Changes nothing. */
export async function readBackRun(parts: Parts, runId: string): Promise<ReadBackRow[]> {
  const ledger = await parts.ledgers.reading();
  const batch = await batchOf(ledger, runId);
  refuseIfArchived(batch);
  const client = await parts.connections.client(accountOfRun(parts, batch));
  const rows: ReadBackRow[] = [];
  for await (const one of readBack(ledger, client, runId)) {
    const { row, name, cloudPbxId, outcome } = one;
    const differences = outcome === 'differs' ? one.differences : [];
    const message = outcome === 'failed' ? one.message : READ_BACK_WORDS[outcome];
    rows.push({
      row,
      name,
      cloudPbxId,
      outcome,
      message,
      differences: differences.map(({ label, ordered, found }) => ({ label, ordered, found })),
    });
  }
  return rows;
}

const READ_BACK_WORDS = {
  same: 'As ordered.',
  differs: 'It is not as it was ordered.',
  absent: 'The account has no PBX with this id any more.',
};

/** Makes a run's result anew, where it was or where it is asked for; yields what became of it. */
export async function rewriteResult(
  parts: Parts,
  runId: string,
  out?: string,
): Promise<{ path: string; note: string | null }> {
  const ledger = await parts.ledgers.reading();
  const batch = await batchOf(ledger, runId);
  const { path, sha256, note, fromLedger } = await writeRunResult(
    parts,
    ledger,
    batch,
    () => sourceOf(ledger, batch),
    await resultPathOf(parts, ledger, batch, out),
  );
  // It has columns of its own and the corrections are in it.
  if (!fromLedger) await keepDraftOfResult(parts, ledger, batch, sha256);
  if (ledger.mode === 'write' && batch.resultFile !== path)
    await ledger.setBatch(runId, { resultFile: path });
  return { path, note };
}

async function accountOf(
  parts: Parts,
  running: Running,
  runId: string,
): Promise<{ ledger: Ledger; client: Client }> {
  if (running.stateOf(runId) !== null) {
    throw new EngineError(
      'run-active',
      'This run is still being worked on. Wait until it ends, or stop it first.',
    );
  }
  const ledger = await parts.ledgers.writing();
  const batch = await batchOf(ledger, runId);
  return { ledger, client: await parts.connections.client(accountOfRun(parts, batch)) };
}

/** Ids were found or given: the result file and the open sheets hear of it. */
async function settled(parts: Parts, ledger: Ledger, runId: string): Promise<void> {
  await askLedgerForAll(parts);
  const batch = await batchOf(ledger, runId);
  if (batch.resultFile === null) return;
  try {
    const { path, note } = await rewriteResult(parts, runId);
    parts.events.tell({ type: 'run-result', runId, result: placeOf(path), note });
  } catch (error) {
    const note = `The result file could not be written. ${wordsOf(parts, error)}`;
    parts.events.tell({ type: 'run-result', runId, result: null, note });
  }
}

function candidate({ row, name, url, outcome, message, compared, cloudPbxId }: ReconcileOutcome): Candidate {
  return { row, name, url, outcome: OUTCOME[outcome], message, compared, cloudPbxId };
}
