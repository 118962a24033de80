import { openLedger, type BatchRecord, type Ledger } from '../../../app/ledger';
import type { Edits } from '../../../app/orders';
import {
  compareWithBatch,
  createBatch,
  reconcile,
  RunControl,
  submitRun,
  type Decision,
  type ReconcileOutcome,
  type RunOutcome,
} from '../../../app/runs';
import { createClient, startSandbox, type Client, type Connection, type Sandbox } from '../../../app/ycm';
import { CATALOG } from '../../orders/made-sheets';
import { around, aroundLedger, clockAt, sheetOfOrders, type Clock, type Ordered } from '../../runs/world';
import type { Interrupt } from './actions';
import { Truth } from './truth';

const TIMEOUT_MS = 100;
/** Longer than any fault holds a request up. */
const ALL_ARRIVED_MS = 260;
const STRANGER = 'Somebody else';
const DOMAIN = 'test.yeastarcloud.com';

/** The process died here; everything it held in memory is gone. */
class Died extends Error {}

type Sheet = { file: { path: string; name: string; sha256: string }; orders: Ordered[]; edits: Edits };

/** Two sheets that order some of the same addresses, not all of them alike. */
const sheets = (): Sheet[] => [
  {
    file: { path: '/a.csv', name: 'a.csv', sha256: 'a'.repeat(64) },
    orders: ['one', 'two', 'three', 'four'].map((subDomain) => ({ subDomain, name: subDomain })),
    edits: {},
  },
  {
    file: { path: '/b.csv', name: 'b.csv', sha256: 'b'.repeat(64) },
    orders: ['three', 'two', 'five', 'six'].map((subDomain) => ({ subDomain, name: `${subDomain} again` })),
    edits: {},
  },
];

/** The real ledger, sandbox and client, driven as the engine drives them, and the simple truth they are held against. */
export class ModelWorld {
  readonly truth = new Truth();
  readonly clock: Clock;
  readonly sheets = sheets();
  readonly sandbox: Sandbox;
  readonly connection: Connection;
  ledger: Ledger;
  /** Totals that did not add up. */
  readonly wrongTotals: string[] = [];
  readonly #client: Client;
  readonly #dataDir: string;
  /** When an order was sent that its sender gave up on. */
  #givenUp = 0;

  private constructor(dataDir: string, clock: Clock, sandbox: Sandbox, ledger: Ledger) {
    this.clock = clock;
    this.#dataDir = dataDir;
    this.sandbox = sandbox;
    this.ledger = ledger;
    const { baseUrl, clientId, clientSecret: secret } = sandbox;
    this.connection = { name: 'Sandbox', kind: 'sandbox', baseUrl, clientId };
    this.#client = createClient({
      connection: this.connection,
      secret,
      now: this.clock.now,
      timeoutMs: TIMEOUT_MS,
      sleep: async () => {},
    });
  }

  static async open(dataDir: string, duplicates: boolean): Promise<ModelWorld> {
    const clock = clockAt();
    const sandbox = await startSandbox({ now: clock.now, catalog: CATALOG, duplicates });
    const ledger = await openLedger(optionsFor(dataDir, clock.now));
    return new ModelWorld(dataDir, clock, sandbox, ledger);
  }

  async close(): Promise<void> {
    await this.ledger.close();
    await this.sandbox.close();
  }

  async restart(): Promise<void> {
    await this.ledger.close();
    this.ledger = await openLedger(optionsFor(this.#dataDir, this.clock.now));
  }

  /** Oldest first. */
  async runs(): Promise<BatchRecord[]> {
    return (await this.ledger.batches()).reverse();
  }

  /** Time passes, and whatever is still on its way to YCM arrives. */
  async wait(ms: number): Promise<void> {
    await this.allArrived();
    this.clock.advance(ms);
  }

  async allArrived(): Promise<void> {
    const left = this.#givenUp + ALL_ARRIVED_MS - Date.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  }

  /** Submits a sheet as it is now: goes on with its run, or replaces what was never sent. */
  async submit(at: number, interrupt: Interrupt): Promise<void> {
    const sheet = this.sheets[at];
    if (!sheet) return;
    const key = { sha256: sheet.file.sha256, connectionKey: 'sandbox' };
    const unchecked = sheetOfOrders(sheet.orders, { edits: sheet.edits }).checked;
    const urls = unchecked.flatMap((row) => row.url ?? []);
    const alreadyMade = await this.ledger.alreadyMade('sandbox', urls);
    const { table, checked } = sheetOfOrders(sheet.orders, { edits: sheet.edits, alreadyMade });
    const open = await this.ledger.findBatch(key);
    const same = open && (await compareWithBatch(this.ledger, open.id, checked)).same;
    const { connection, ledger } = this;
    const { file } = sheet;
    const replaces = open ? { replaces: open.id } : {};
    const run = { file, table, checked, connection, now: this.clock.now, ...replaces };
    const batchId = open && same ? open.id : await createBatch(ledger, run);
    await this.send(batchId, interrupt);
  }

  /** Sends a run's ready orders; a process that dies is started again. */
  async send(batchId: string, interrupt: Interrupt): Promise<void> {
    const control = new RunControl();
    let sent = 0;
    let died = false;
    const die = (): never => {
      died = true;
      throw new Died();
    };
    const dies = (how: 'die-before-answer' | 'die-before-intent'): boolean =>
      interrupt?.how === how && sent + (how === 'die-before-intent' ? 1 : 0) === interrupt.at;
    const ledger = aroundLedger(this.ledger, {
      transition: async (id, row, from, to, facts) => {
        if (died || (to === 'sending' && dies('die-before-intent'))) die();
        if (from === 'sending' && dies('die-before-answer')) die();
        const result = await this.ledger.transition(id, row, from, to, facts);
        const url = (await this.ledger.order(id, row))?.url ?? '';
        if (from === 'sending')
          this.truth.settled(url, to === 'created' ? 'made' : to === 'unconfirmed' ? 'doubt' : 'free');
        return result;
      },
    });
    const client = around(this.#client, {
      createCloudPbx: async (order, signal) => {
        sent++;
        if (interrupt?.at === sent && interrupt.how === 'stop') control.stop();
        if (interrupt?.at === sent && interrupt.how === 'pause') control.pause();
        this.truth.sending(`${order.subDomain}.${DOMAIN}`.toLowerCase());
        await this.#isRowSettled(batchId);
        const begun = Date.now();
        const answer = await this.#client.createCloudPbx(order, signal);
        if (answer.outcome === 'unconfirmed' && answer.reason === 'timeout') this.#givenUp = begun;
        return answer;
      },
    });
    try {
      const outcome = await submitRun({
        ledger,
        client,
        batchId,
        now: this.clock.now,
        sleep: async () => {},
        random: () => 0.5,
        control,
        onEvent: ({ type }) => void (type === 'paused' && setImmediate(() => control.resume())),
        limits: { attempts: 3 },
      });
      if (!died) this.#addsUp(batchId, outcome);
    } catch (error) {
      if (!(error instanceof Died)) throw error;
    }
    if (died) await this.restart();
  }

  async reconcile(batchId: string, decisions?: readonly Decision[]): Promise<ReconcileOutcome[]> {
    const { ledger, clock } = this;
    const outcomes = await reconcile({
      ledger,
      client: this.#client,
      batchId,
      now: clock.now,
      ...(decisions && { decisions }),
    });
    for (const { url, outcome } of outcomes) {
      if (outcome === 'adopted') this.truth.settled(url, 'made');
      if (outcome === 'absent-ready' || outcome === 'ready') this.truth.settled(url, 'free');
    }
    return outcomes;
  }

  /** What is really at an address, ours or not; a person who looks in YCM's own pages sees it. */
  found(url: string): string | null {
    return this.sandbox.accepted().find((one) => one.url.toLowerCase() === url)?.cloudPbxId ?? null;
  }

  /** Somebody else creates a PBX at an address. */
  async stranger(subDomain: string): Promise<void> {
    const order = sheetOfOrders([{ subDomain, name: STRANGER }]).checked[0]?.order;
    if (order) await this.#client.createCloudPbx(order);
    this.#givenUp = Date.now();
  }

  isStrangers(cloudPbxId: string): boolean {
    return this.sandbox
      .accepted()
      .some((one) => one.cloudPbxId === cloudPbxId && one.order.name === STRANGER);
  }

  /** The row being sent must not be in doubt in an earlier run of the same file, under whatever address it had then. */
  async #isRowSettled(batchId: string): Promise<void> {
    const [sending] = await this.ledger.orders(batchId, { states: ['sending'] });
    const runs = await this.ledger.batches();
    const sha256 = runs.find((one) => one.id === batchId)?.sha256;
    for (const { id } of runs.filter((one) => one.sha256 === sha256 && one.id !== batchId)) {
      const before = sending && (await this.ledger.order(id, sending.row));
      if (before?.state === 'unconfirmed')
        this.truth.violations.push(`row ${before.row} sent as ${sending?.url}, in doubt as ${before.url}`);
    }
  }

  #addsUp(batchId: string, { stopped: _stopped, rows, ...parts }: RunOutcome): void {
    const sum = Object.values(parts).reduce((all, one) => all + one, 0);
    if (sum !== rows || rows !== 4) this.wrongTotals.push(`${batchId}: ${JSON.stringify(parts)} of ${rows}`);
  }
}

const optionsFor = (dataDir: string, now: () => number) =>
  ({ dataDir, now, mode: 'write', operator: 'Ana', osUser: 'ana' }) as const;
