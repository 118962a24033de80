/**
 * The process that is killed: opens a sheet, submits it, reconciles and goes on until every order is settled, as the
 * engine does; started again, it goes on where it stopped.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { openLedger, type Ledger } from '../../../app/ledger';
import { checkOrders, findOrders, SANDBOX_CATALOG } from '../../../app/orders';
import {
  compareWithBatch,
  createBatch,
  reconcile,
  resultsOf,
  RunControl,
  submitRun,
} from '../../../app/runs';
import { openSheetFile, writeResults, type SheetFile } from '../../../app/sheets';
import { connectionKey, createClient, type Client, type Connection } from '../../../app/ycm';
import { steppingClient, steppingLedger, type Step } from './steps';

export type ChildOptions = {
  dataDir: string;
  sheet: string;
  resultFile: string;
  baseUrl: string;
  clientId: string;
  secret: string;
  timeoutMs: number;
  minAgeMs: number;
  /** Kill this process at the step's nth time. */
  killAt: { step: Step; time: number } | null;
};

const options: ChildOptions = JSON.parse(process.argv[2] ?? '');
const catalog = { ...SANDBOX_CATALOG, fetchedAt: 1 };
const connection: Connection = {
  name: 'Sandbox',
  kind: 'sandbox',
  baseUrl: options.baseUrl,
  clientId: options.clientId,
};

let times = 0;
function onStep(step: Step): void {
  if (step === options.killAt?.step && ++times === options.killAt.time) process.kill(process.pid, 'SIGKILL');
}

async function main(): Promise<void> {
  const { dataDir, secret, timeoutMs } = options;
  const real = await openLedger({ dataDir, now: Date.now, mode: 'write', operator: 'Ana', osUser: 'ana' });
  const ledger = steppingLedger(real, onStep);
  const client = steppingClient(createClient({ connection, secret, timeoutMs }), onStep);
  await client.signIn();
  const file = await openSheetFile(options.sheet);
  const batchId = await beginOrGoOn(ledger, file);
  await untilSettled(ledger, client, batchId);
  onStep('before the result is written');
  const batch = await ledger.batch(batchId);
  await writeResults({
    source: file,
    sheetName: batch?.sheet ?? '',
    headerRow: batch?.headerRow ?? 1,
    columns: batch?.resultColumns ?? {},
    rows: await resultsOf(ledger, batchId),
    to: options.resultFile,
  });
  onStep('the result is written');
  await ledger.close();
}

async function beginOrGoOn(ledger: Ledger, file: SheetFile): Promise<string> {
  const table = findOrders(file.sheets);
  const check = { catalog, now: Date.now(), timeZone: 'UTC' };
  const key = connectionKey(connection);
  const urls = checkOrders(table, check).rows.flatMap((row) => row.url ?? []);
  const alreadyMade = await ledger.alreadyMade(key, urls);
  const { rows: checked } = checkOrders(table, { ...check, alreadyMade });
  const open = await ledger.findBatch({ sha256: file.sha256, connectionKey: key });
  if (open && (await compareWithBatch(ledger, open.id, checked)).same) return open.id;
  return createBatch(ledger, { file, table, checked, connection, ...(open && { replaces: open.id }) });
}

async function untilSettled(ledger: Ledger, client: Client, batchId: string): Promise<void> {
  for (;;) {
    await submitRun({
      ledger,
      client,
      batchId,
      now: Date.now,
      sleep: (ms) => sleep(ms),
      random: Math.random,
      control: new RunControl(),
      onEvent: () => {},
      limits: { firstWaitMs: 5, longestWaitMs: 50, equalRejections: 1000 },
    });
    await reconcile({ ledger, client, batchId, now: Date.now, minAgeMs: options.minAgeMs });
    const { ready, sending, unconfirmed, held } = await ledger.counts(batchId);
    if (ready + sending + unconfirmed + held === 0) return;
    if (ready === 0) await sleep(options.minAgeMs / 4);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
