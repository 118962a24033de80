import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openLedger, type BatchRecord, type Ledger } from '../../../app/ledger';
import { findOrders } from '../../../app/orders';
import { openSheetFile } from '../../../app/sheets';
import { startSandbox, type AcceptedCreate, type Fault, type Sandbox } from '../../../app/ycm';
import type { ChildOptions } from './child';
import { writeOrderSheet } from './order-sheet';
import type { Step } from './steps';

export type KillRunOptions = {
  /** The bundled child, what it needs to run, and a folder to work in. */
  program: string;
  environment: NodeJS.ProcessEnv;
  folder: string;
  orders: number;
  /** How long the sandbox takes for every answer. */
  latencyMs: number;
  /** What goes wrong with the network before each start of the process. */
  faults: (start: number) => readonly Fault[];
  /** How the process is killed at each start; null: not. */
  kill: (start: number) => { step: Step; time: number } | { afterMs: number } | null;
};

export type KillRunFigures = {
  orders: number;
  kills: number;
  starts: number;
  accepted: number;
  /** Orders that were created more than once. */
  twice: number;
  /** Ids the sandbox gave out that are not in the ledger, and not in the result sheet. */
  lostInLedger: number;
  lostInResult: number;
  /** Batches whose rows don't add up. */
  wrongTotals: number;
  chainBroken: boolean;
  /** Rows of the result sheet without a final status. */
  unsettled: number;
};

/** What the process waits for an answer, and how long after sending an absent PBX is believed absent. */
const TIMEOUT_MS = 1500;
const MIN_AGE_MS = 150;
const MOST_STARTS = 200;

/**
 * Lets a process submit a sheet to a sandbox in this one that creates whatever it is asked to, kills it as told, starts
 * it again, until it ends by itself; then counts.
 */
export async function killRun(options: KillRunOptions): Promise<KillRunFigures> {
  const folder = mkdtempSync(path.join(options.folder, 'run-'));
  const sandbox = await startSandbox({ duplicates: true, latencyMs: options.latencyMs });
  const sheet = path.join(folder, 'orders.csv');
  const resultFile = path.join(folder, 'orders.results.csv');
  const dataDir = path.join(folder, 'data');
  writeOrderSheet(sheet, options.orders);
  const { baseUrl, clientId, clientSecret: secret } = sandbox;
  const common = { dataDir, sheet, resultFile, baseUrl, clientId, secret, timeoutMs: TIMEOUT_MS };
  let kills = 0;
  let starts = 0;
  try {
    for (let ended = false; !ended; starts++) {
      if (starts === MOST_STARTS) throw new Error(`Not settled after ${starts} starts`);
      for (const fault of options.faults(starts)) sandbox.push(fault);
      const kill = options.kill(starts);
      const killAt = kill && 'step' in kill ? kill : null;
      const afterMs = kill && 'afterMs' in kill ? kill.afterMs : null;
      ended = await live(options, { ...common, minAgeMs: MIN_AGE_MS, killAt }, afterMs);
      if (!ended) kills++;
    }
    return { ...(await count(dataDir, resultFile, sandbox)), orders: options.orders, kills, starts };
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One life of the process; yields whether it ended by itself. Rejects when it failed. */
function live(
  { program, environment }: KillRunOptions,
  options: ChildOptions,
  afterMs: number | null,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, JSON.stringify(options)], {
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let told = '';
    child.stderr.on('data', (text: Buffer) => (told += text.toString()));
    const timer = afterMs === null ? null : setTimeout(() => child.kill('SIGKILL'), afterMs);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (timer) clearTimeout(timer);
      if (signal === 'SIGKILL') resolve(false);
      else if (code === 0) resolve(true);
      else reject(new Error(`The process failed (${code ?? signal}): ${told}`));
    });
  });
}

type Counted = Omit<KillRunFigures, 'orders' | 'kills' | 'starts'>;

async function count(dataDir: string, resultFile: string, sandbox: Sandbox): Promise<Counted> {
  const ledger = await openLedger({
    dataDir,
    now: Date.now,
    mode: 'read',
    operator: 'Ana',
    osUser: 'ana',
  });
  try {
    const accepted = sandbox.accepted();
    const inResult = await idsInResult(resultFile);
    const batches = await ledger.batches();
    const inLedger = new Set<string>();
    let wrongTotals = 0;
    for (const batch of batches) {
      for (const order of await ledger.orders(batch.id, { states: ['created'] }))
        if (order.cloudPbxId) inLedger.add(order.cloudPbxId);
      if (!(await addsUp(ledger, batch))) wrongTotals++;
    }
    return {
      accepted: accepted.length,
      twice: twiceIn(accepted),
      lostInLedger: accepted.filter((one) => !inLedger.has(one.cloudPbxId)).length,
      lostInResult: accepted.filter((one) => !inResult.ids.has(one.cloudPbxId)).length,
      wrongTotals,
      chainBroken: !(await ledger.verifyChain()).ok,
      unsettled: inResult.unsettled,
    };
  } finally {
    await ledger.close();
  }
}

function twiceIn(accepted: readonly AcceptedCreate[]): number {
  return accepted.length - new Set(accepted.map((one) => one.url.toLowerCase())).size;
}

async function addsUp(ledger: Ledger, batch: BatchRecord): Promise<boolean> {
  const { held: _held, ...states } = await ledger.counts(batch.id);
  return Object.values(states).reduce((sum, one) => sum + one, 0) === batch.rows;
}

/** The result sheet as a person's program opens it. */
async function idsInResult(resultFile: string): Promise<{ ids: Set<string>; unsettled: number }> {
  const table = findOrders((await openSheetFile(resultFile)).sheets);
  const at = (field: string): number => table.columns.find((one) => one.field === field)?.column ?? -1;
  const [status, id] = [at('status'), at('cloudPbxId')];
  const text = (row: (typeof table.rows)[number], column: number): string => {
    const cell = row.cells[column];
    return cell && 'text' in cell ? cell.text : '';
  };
  const settled = /^(created|skipped|rejected)$/;
  return {
    ids: new Set(table.rows.map((row) => text(row, id)).filter(Boolean)),
    unsettled: table.rows.filter((row) => !settled.test(text(row, status))).length,
  };
}
