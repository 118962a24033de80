import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { BatchRecord, Ledger } from '../ledger';
import { compareWithBatch, createBatch, doubtOf, runTotals, stopReasonMessage } from '../runs';
import { SheetError } from '../sheets';
import { connectionKey, type Client } from '../ycm';
import type { RunOutcome, SubmitOptions } from './engine-options';
import { EngineError } from './failure';
import type { Parts } from './parts';
import { planSheet, type Plan } from './planning';
import { recordSource, refuseUnfitResult } from './result-file';
import { accountOfRun } from './run-account';
import { batchOf } from './run-views';
import type { Running, RunToSend } from './running';
import { saveDraftSoon } from './opening';
import type { OrderSheet } from './order-sheet';

/** Begins to create what was planned. Throws EngineError when that is no longer what the sheet says. */
export async function createPlanned(
  parts: Parts,
  running: Running,
  plan: Plan,
  confirmed: number,
): Promise<{ runId: string }> {
  if (confirmed !== plan.view.create) {
    throw new EngineError(
      'count-differs',
      `The plan creates ${plan.view.create} PBXs, but ${confirmed} were confirmed. Look at the plan again.`,
    );
  }
  const { runId } = await running.begin(() => recordPlan(parts, plan, {}));
  return { runId };
}

/** Plans a sheet, creates what the plan says and waits for the end; for a host whose user has agreed already. */
export async function submitSheet(
  parts: Parts,
  running: Running,
  sheet: OrderSheet,
  connection: string,
  options: SubmitOptions,
): Promise<RunOutcome> {
  running.refuseIfBusy();
  if (options.out !== undefined) refuseUnfitResult(options.out, sheet.file);
  const plan = await planSheet(parts, sheet, connection);
  const { create, skipped } = plan.view;
  // Rows that only the sheet says were sent are recorded, so that they can be looked up and decided about.
  const inDoubt = plan.rows.some((row) => doubtOf(row) !== null);
  if (create + skipped === 0 && !inDoubt && sheet.runId === null) return unsent(plan, null);
  if (create > 0 && options.agree && !(await options.agree(plan.view)))
    throw new EngineError('not-agreed', 'Nothing was sent.');
  if (options.signal?.aborted) return unsent(plan, stopReasonMessage({ code: 'stopped' }));
  const { done } = await running.begin(() => recordPlan(parts, plan, options));
  return done;
}

/** Nothing was recorded, nothing sent. */
function unsent({ rows, view }: Plan, stopReason: string | null): RunOutcome {
  const unconfirmed = rows.filter((row) => doubtOf(row) !== null).length;
  const { create: notSent, skipped } = view;
  const invalid = view.invalid - unconfirmed;
  const totals = { rows: view.rows, created: 0, rejected: 0, skipped, unconfirmed, notSent, invalid };
  return { totals, stopReason, result: null, resultNote: null };
}

/** Goes on with a run that was recorded: sends the orders that were never sent. */
export async function continueRun(
  parts: Parts,
  running: Running,
  runId: string,
  options: SubmitOptions,
): Promise<{ done: Promise<RunOutcome> }> {
  return running.begin(async () => {
    const ledger = await ledgerToCreate(parts);
    const batch = await batchOf(ledger, runId);
    await refuseIfEdited(parts, ledger, runId);
    const client = await parts.connections.client(accountOfRun(parts, batch));
    await client.signIn();
    return { ledger, batch, client, options };
  });
}

/** Who corrected a row that is still to be sent must not see it sent as it was before. */
async function refuseIfEdited({ sheets }: Parts, ledger: Ledger, runId: string): Promise<void> {
  for (const sheet of sheets.all()) {
    if (sheet.runId !== runId) continue;
    const { changed } = await compareWithBatch(ledger, runId, sheet.rows);
    const unsent = changed.find(({ state }) => state === 'ready');
    if (unsent)
      throw new EngineError(
        'row-edited',
        `Row ${unsent.row} is not as it was when this run was begun, and the run would send it as it was then. Look at the plan and create from there, or undo the change.`,
      );
  }
}

/** Records the plan as a run, or finds the unfinished run that sends exactly what the plan says. */
async function recordPlan(parts: Parts, plan: Plan, options: SubmitOptions): Promise<RunToSend> {
  const { sheet, rows, connection, accountHas } = plan;
  if (sheet.revision !== plan.revision || sheet.context.connection !== connection) {
    throw new EngineError(
      'plan-changed',
      'The sheet was changed since the plan was made. Look at the plan again.',
    );
  }
  await refuseIfChanged(sheet);
  const ledger = await ledgerToCreate(parts);
  const client = await parts.connections.client(connection);
  if (connectionKey(client.connection) !== plan.accountKey) {
    throw new EngineError(
      'plan-changed',
      `"${connection}" is another account than when the plan was made. Look at the plan again.`,
    );
  }
  // A wrong secret is known before anything is recorded.
  if (plan.view.create > 0) await client.signIn();
  if (plan.view.create > 0 && sheet.context.catalog.fetchedAt === 0) {
    throw new EngineError(
      'no-catalog',
      `The regions, domains and firmwares of "${connection}" were never fetched, so nothing can be created there yet. Sync the catalog first.`,
    );
  }
  const batch = await batchFor(ledger, plan, client);
  // What was sent can't be taken back: undone, a row would be another order.
  sheet.history.clear();
  if (batch.found) return { ledger, batch: batch.found, client, options };
  const { file, table, context } = sheet;
  const runId = await createBatch(ledger, {
    file,
    table,
    checked: rows,
    connection: client.connection,
    catalogFetchedAt: context.catalog.fetchedAt,
    accountHas,
    now: parts.now,
    ...(batch.replaces !== null && { replaces: batch.replaces }),
  });
  await recordSource(ledger, runId, sheet);
  saveDraftSoon(parts, sheet);
  sheet.runId = runId;
  return { ledger, batch: await batchOf(ledger, runId), client, options };
}

/** The ledger for writing. Until now another process may have had it, and used the sandbox's store. */
async function ledgerToCreate({ ledgers, connections }: Parts): Promise<Ledger> {
  const hadIt = ledgers.mode === 'write';
  const ledger = await ledgers.writing();
  if (!hadIt) await connections.restartSandbox();
  return ledger;
}

/** The run to go on with, or the open one that a new run replaces. */
async function batchFor(
  ledger: Ledger,
  plan: Plan,
  client: Client,
): Promise<{ found: BatchRecord | null; replaces: string | null }> {
  const { sheet, rows } = plan;
  const key = connectionKey(client.connection);
  const batches = await ledger.batches({ sha256: sheet.file.sha256, connectionKey: key });
  const ofTab = batches.filter((one) => sheet.file.format === 'text' || one.sheet === sheet.table.sheetName);
  const open = ofTab.find((one) => one.state === 'open');
  if (open) {
    const [{ same }, totals] = await Promise.all([
      compareWithBatch(ledger, open.id, rows),
      runTotals(ledger, open.id),
    ]);
    if (same && totals.notSent === plan.view.create) return { found: open, replaces: null };
    return { found: null, replaces: open.id };
  }
  // Nothing to send, and all of it is in a run that ended: no second record of the same, only its result again.
  return { found: plan.view.create === 0 ? (ofTab[0] ?? null) : null, replaces: null };
}

/** What is created must be what the file on disk says, and the result is written into a copy of it. */
async function refuseIfChanged({ file }: OrderSheet): Promise<void> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file.path), hash);
  } catch (error) {
    throw new SheetError('not-found', file.path, {}, { cause: error });
  }
  if (hash.digest('hex') !== file.sha256) throw new SheetError('changed-since', file.path);
}
