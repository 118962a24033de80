import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLedger } from '../../app/ledger';
import { reconcile, resultsOf } from '../../app/runs';
import { clockAt, freshAccount, freshLedger, many, recordOrders, sit, tempFolder } from '../runs/world';
import { bundleProgram, programEnvironment } from './kill/bundle-program.mjs';
import type { ChildOptions } from './kill/child';
import { writeOrderSheet } from './kill/order-sheet';
import { openAs } from './open-as';

let programs: string;
let program: string;
beforeAll(async () => {
  programs = mkdtempSync(path.join(tmpdir(), 'pbx-two-'));
  program = await bundleProgram('test/faults/kill/child.ts', programs);
});
afterAll(() => rmSync(programs, { recursive: true, force: true }));

/** Runs the program that submits a sheet; yields how it ended and what it said. */
function submitting(options: ChildOptions): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, JSON.stringify(options)], {
      env: programEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

async function oneFolder(orders: number) {
  const folder = tempFolder();
  const { sandbox } = await freshAccount(clockAt(Date.now()), { duplicates: true, latencyMs: 20 });
  const sheet = path.join(folder, 'orders.csv');
  writeOrderSheet(sheet, orders);
  const { baseUrl, clientId, clientSecret: secret } = sandbox;
  const dataDir = path.join(folder, 'data');
  const common = { dataDir, sheet, baseUrl, clientId, secret, timeoutMs: 5000, minAgeMs: 200, killAt: null };
  const options = (name: string): ChildOptions => ({ ...common, resultFile: path.join(folder, name) });
  return { sandbox, dataDir, options };
}

describe('two processes with one data folder', () => {
  it('one works, the other is told so and sends nothing', async () => {
    const { sandbox, dataDir, options } = await oneFolder(3);
    const ledger = await openAs(dataDir);
    const { code, said } = await submitting(options('second.csv'));
    expect(code).toBe(1);
    expect(said).toContain('Another PBX Orders is working');
    expect(sandbox.accepted()).toEqual([]);
    await ledger.close();
    expect((await submitting(options('second.csv'))).code).toBe(0);
    expect(sandbox.accepted()).toHaveLength(3);
  });

  it('submitting the same sheet at the same time create each PBX once', async () => {
    const { sandbox, dataDir, options } = await oneFolder(5);
    const both = await Promise.all([submitting(options('a.csv')), submitting(options('b.csv'))]);
    for (const { code, said } of both)
      if (code !== 0) expect(said).toContain('Another PBX Orders is working');
    expect(both.some(({ code }) => code === 0)).toBe(true);
    // Whoever came too late, again.
    expect((await submitting(options('b.csv'))).code).toBe(0);
    expect(sandbox.accepted()).toHaveLength(5);
    const ledger = await openAs(dataDir);
    const [newest] = await ledger.batches();
    const ids = (await resultsOf(ledger, newest?.id ?? '')).map((one) => one.cloudPbxId);
    expect(ids).toEqual(sandbox.accepted().map((one) => one.cloudPbxId));
  });

  it('lets another one read meanwhile, and not send', async () => {
    const folder = tempFolder();
    const { client, connection } = await freshAccount();
    const ledger = await openAs(folder);
    const batchId = await recordOrders(ledger, connection, many(2));
    await sit(ledger, client, batchId);
    const reader = await openLedger({
      dataDir: folder,
      now: clockAt().now,
      mode: 'read',
      operator: 'Ben',
      osUser: 'ben',
    });
    expect(await reader.counts(batchId)).toMatchObject({ created: 2 });
    const refused = sit(reader, client, batchId);
    expect((await refused).outcome.stopped).toMatchObject({ code: 'ledger' });
    await reader.close();
  });
});

describe('the same orders in several runs of one process', () => {
  const fileOf = (letter: string) => ({
    path: `/${letter}.csv`,
    name: `${letter}.csv`,
    sha256: letter.repeat(64),
  });

  it('are created once, whichever run gets there first, and every run has all ids in the end', async () => {
    const clock = clockAt();
    const ledger = await freshLedger(undefined, clock.now);
    const { sandbox, client, connection } = await freshAccount(clock, { duplicates: true });
    const runs: string[] = [];
    for (const letter of ['a', 'b', 'c'])
      runs.push(await recordOrders(ledger, connection, many(6), { file: fileOf(letter) }));
    sandbox.push({ kind: 'delay', ms: 15 });
    sandbox.push({ kind: 'drop-after' });
    sandbox.push({ kind: 'drop-before' });
    sandbox.push({ kind: 'status', status: 429 });
    sandbox.push({ kind: 'failed-in-200', code: 1000043 });

    for (let round = 0; round < 4; round++) {
      await Promise.all(runs.map((id) => sit(ledger, client, id, { now: clock.now })));
      clock.advance(200_000);
      await Promise.all(runs.map((batchId) => reconcile({ ledger, client, batchId, now: clock.now })));
    }
    expect(new Set(sandbox.accepted().map((one) => one.url)).size).toBe(6);
    expect(sandbox.accepted()).toHaveLength(6);
    const ids = sandbox
      .accepted()
      .map((one) => one.cloudPbxId)
      .sort();
    for (const id of runs) {
      const results = await resultsOf(ledger, id);
      expect(results.map((one) => one.cloudPbxId).sort()).toEqual(ids);
      expect((await ledger.batch(id))?.state).toBe('finished');
    }
  });

  it('are created once by the database itself, even if nothing asked before', async () => {
    const ledger = await freshLedger();
    const { connection } = await freshAccount();
    const first = await recordOrders(ledger, connection, many(1), { file: fileOf('a') });
    const second = await recordOrders(ledger, connection, [{ subDomain: 'PBX-1' }], { file: fileOf('b') });
    expect(await ledger.transition(first, 2, 'ready', 'sending', { at: 1 })).toEqual({ ok: true });
    expect(await ledger.transition(second, 2, 'ready', 'sending', { at: 1 })).toMatchObject({ ok: false });
  });
});
