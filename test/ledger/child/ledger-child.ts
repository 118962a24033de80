/** A process of its own that works with a ledger as told by its arguments: FOLDER TASK [STEP FILE]. Says what it did, a line each. */
import { openLedger, LedgerError, type Ledger } from '../../../app/ledger';
import { killAtStep } from './kill-at-step';
import { BATCH, answer, ready } from '../orders';

const [dataDir = '', task = '', step = '', file = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const open = (): Promise<Ledger> =>
  openLedger({ dataDir, now: Date.now, mode: 'write', operator: 'Child', osUser: 'child' });

/** Sends one order and records its answer; says so only when the ledger has it. */
async function create(ledger: Ledger, batchId: string, row: number, raw?: string): Promise<void> {
  await ledger.transition(batchId, row, 'ready', 'sending', { at: Date.now() });
  say(`sending ${row}`);
  const facts = { at: Date.now(), cloudPbxId: `id-${row}`, requestId: `r-${row}` };
  const answered = answer('created', raw === undefined ? {} : { raw });
  await ledger.transition(batchId, row, 'sending', 'created', { ...facts, answer: answered });
  say(`created ${row}`);
}

const TASKS: Record<string, () => Promise<void>> = {
  /** Is the writer until it is killed. */
  async hold() {
    await open();
    say('open');
    setInterval(() => {}, 1000);
  },
  /** Creates order after order until it is killed. */
  async work() {
    const ledger = await open();
    const orders = Array.from({ length: 500 }, (_, row) => ready(row + 2));
    const id = await ledger.createBatch(BATCH, orders);
    say(`batch ${id}`);
    for (let row = 2; ; row++) await create(ledger, id, row);
  },
  /** Creates orders with large answers until the disk takes no more. */
  async fill() {
    const ledger = await open();
    const id = await ledger.createBatch(
      BATCH,
      Array.from({ length: 500 }, (_, row) => ready(row + 2)),
    );
    for (let row = 2; ; row++) await create(ledger, id, row, 'x'.repeat(30_000));
  },
  /** These end at a step of it, when there are so many. */
  async backup() {
    const ledger = await open();
    say('begun');
    killAtStep(Number(step));
    await ledger.backupNow();
    say('done');
  },
  async archive() {
    const ledger = await open();
    say('begun');
    killAtStep(Number(step));
    await ledger.archiveRuns({ before: Date.now(), file });
    say('done');
  },
  async restore() {
    const ledger = await open();
    say('begun');
    killAtStep(Number(step));
    await ledger.restoreArchive(file);
    say('done');
  },
};

TASKS[task]?.().catch((error: unknown) => {
  say(
    error instanceof LedgerError ? `refused ${error.code} ${JSON.stringify(error.facts)}` : `failed ${error}`,
  );
  process.exitCode = 1;
});
