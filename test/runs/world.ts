import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openLedger, type Ledger } from '../../app/ledger';
import {
  checkOrders,
  findOrders,
  type AlreadyMade,
  type CheckedRow,
  type Edits,
  type OrderTable,
} from '../../app/orders';
import {
  createBatch,
  RunControl,
  submitRun,
  type NewRun,
  type RunEvent,
  type RunOutcome,
  type SubmitOptions,
} from '../../app/runs';
import {
  createClient,
  startSandbox,
  type Client,
  type Connection,
  type Sandbox,
  type SandboxOptions,
} from '../../app/ycm';
import { CATALOG, GOOD, NOW, sheetOf } from '../orders/made-sheets';

export { NOW };

/** A fresh folder that goes when the test ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pbx-runs-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A time that stands still until it is moved. */
export type Clock = { now: () => number; advance: (ms: number) => void };

export function clockAt(start = NOW): Clock {
  let at = start;
  return { now: () => at, advance: (ms) => void (at += ms) };
}

export type Account = { sandbox: Sandbox; client: Client; connection: Connection };

/** A real sandbox over HTTP and a real client of it, closed when the test ends. */
export async function freshAccount(
  clock: Clock = clockAt(),
  options: SandboxOptions & { timeoutMs?: number } = {},
): Promise<Account> {
  const { timeoutMs = 2000, ...more } = options;
  const sandbox = await startSandbox({ now: clock.now, catalog: CATALOG, ...more });
  onTestFinished(() => sandbox.close());
  const { baseUrl, clientId, clientSecret: secret } = sandbox;
  const connection: Connection = { name: 'Sandbox', kind: 'sandbox', baseUrl, clientId };
  // Questions are asked again without waiting.
  const sleep = async (): Promise<void> => {};
  const client = createClient({ connection, secret, now: clock.now, timeoutMs, sleep });
  return { sandbox, connection, client };
}

/** The client, with what a test wants to happen around a call. */
export const around = (client: Client, calls: Partial<Client>): Client => ({ ...client, ...calls });

/** The ledger, with what a test wants to happen around a call. */
export function aroundLedger(ledger: Ledger, calls: Partial<Ledger>): Ledger {
  return new Proxy(ledger, {
    get(target, name, receiver) {
      const given: unknown = Reflect.get(calls, name, receiver);
      if (given !== undefined) return given;
      const own: unknown = Reflect.get(target, name, target);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}

/** A real ledger in a fresh folder, closed when the test ends. */
export async function freshLedger(dataDir = tempFolder(), now: () => number = () => NOW): Promise<Ledger> {
  const ledger = await openLedger({ dataDir, now, mode: 'write', operator: 'Ana', osUser: 'ana' });
  onTestFinished(() => ledger.close());
  return ledger;
}

export type Ordered = Partial<Record<keyof typeof GOOD | 'status' | 'cloudPbxId', string>>;

/** A sheet of good orders, row 2 on, each with what is given for it; checked as the engine does. */
export function sheetOfOrders(
  orders: readonly Ordered[],
  { edits = {}, alreadyMade = [] }: { edits?: Edits; alreadyMade?: readonly AlreadyMade[] } = {},
): { table: OrderTable; checked: readonly CheckedRow[] } {
  const given = [...new Set(orders.flatMap((order) => Object.keys(order)))];
  const fields = [...new Set([...Object.keys(GOOD), ...given])];
  const lines = orders.map((order, at) => {
    const row: Record<string, string> = {
      ...GOOD,
      name: `PBX ${at + 1}`,
      subDomain: `pbx-${at + 1}`,
      ...order,
    };
    return fields.map((field) => row[field] ?? '');
  });
  const table = findOrders([sheetOf([fields, ...lines], 'orders.csv')]);
  const { rows: checked } = checkOrders(table, {
    catalog: CATALOG,
    now: NOW,
    timeZone: 'UTC',
    edits,
    alreadyMade,
  });
  return { table, checked };
}

export const many = (count: number): Ordered[] => Array.from({ length: count }, () => ({}));

export async function recordOrders(
  ledger: Ledger,
  connection: Connection,
  orders: readonly Ordered[],
  more: Partial<NewRun> & { edits?: Edits } = {},
): Promise<string> {
  const { edits, ...rest } = more;
  const { table, checked } = sheetOfOrders(orders, edits ? { edits } : {});
  const file = { path: '/orders.csv', name: 'orders.csv', sha256: 'a'.repeat(64) };
  return createBatch(ledger, { file, table, checked, connection, now: () => NOW, ...rest });
}

export type Sat = { outcome: RunOutcome; events: RunEvent[] };

/** Submits with waits that take no time. */
export async function sit(
  ledger: Ledger,
  client: Client,
  batchId: string,
  more: Partial<SubmitOptions> = {},
): Promise<Sat> {
  const events: RunEvent[] = [];
  const outcome = await submitRun({
    ledger,
    client,
    batchId,
    now: () => NOW,
    sleep: async () => {},
    random: () => 0.5,
    control: new RunControl(),
    onEvent: (event) => events.push(event),
    ...more,
  });
  return { outcome, events };
}
