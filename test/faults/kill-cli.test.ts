import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { startSandbox, type Fault, type Sandbox } from '../../app/ycm';
import { bundleProgram, programEnvironment } from './kill/bundle-program.mjs';
import { writeOrderSheet } from './kill/order-sheet';
import { seeded } from './kill/schedules';
import { openAs } from './open-as';

let programs: string;
let program: string;
beforeAll(async () => {
  programs = mkdtempSync(path.join(tmpdir(), 'pbx-cli-'));
  program = await bundleProgram('app/cli/index.ts', programs);
});
afterAll(() => rmSync(programs, { recursive: true, force: true }));

type Ended = { code: number | null; killed: boolean; lines: string[]; said: string };

/** The real command, as a scheduled job calls it; killed after that many lines of output and a moment, when told so. */
function command(
  sandbox: Sandbox,
  args: string[],
  kill: { lines: number; ms: number } | null,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const environment = { ...programEnvironment(), PBX_ORDERS_CLIENT_SECRET: sandbox.clientSecret };
    const child = spawn(process.execPath, [program, ...args], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString();
      if (kill && out.split('\n').length > kill.lines) setTimeout(() => child.kill('SIGKILL'), kill.ms);
    });
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, killed: signal === 'SIGKILL', lines: out.split('\n').filter(Boolean), said });
    });
  });
}

const settled = z.object({
  run: z.string(),
  candidates: z.array(z.object({ row: z.number(), url: z.string(), outcome: z.string() })),
});

const FAULTS: readonly Fault[] = [
  { kind: 'drop-after' },
  { kind: 'drop-before' },
  { kind: 'tear' },
  { kind: 'status', status: 502, done: true },
];
const ORDERS = 8;

it('the command, killed and called again until it is done, creates each PBX once and loses no id', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pbx-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const sandbox = await startSandbox({ duplicates: true, latencyMs: 10 });
  onTestFinished(() => sandbox.close());
  const random = seeded(4711);
  const sheet = path.join(folder, 'orders.csv');
  const out = path.join(folder, 'orders.results.csv');
  writeOrderSheet(sheet, ORDERS);
  const account = ['--base-url', sandbox.baseUrl, '--client-id', sandbox.clientId];
  const data = ['--data', path.join(folder, 'data'), '--json'];
  const submit = ['submit', sheet, '--yes', '--out', out, ...account, ...data];

  let kills = 0;
  let decided = 0;
  let last: Ended;
  for (let calls = 0; ; calls++) {
    expect(calls, 'settled after so many calls').toBeLessThan(40);
    const fault = FAULTS[calls];
    if (fault) sandbox.push(fault);
    const kill = kills < 6 ? { lines: Math.floor(random() * 6), ms: random() * 10 } : null;
    last = await command(sandbox, submit, kill);
    if (last.killed) kills++;
    else if (last.code === 4) await reconcile();
    else break;
  }
  expect({ code: last.code, said: last.said }).toMatchObject({ code: 0 });
  expect(kills).toBe(6);
  const accepted = sandbox.accepted();
  expect(new Set(accepted.map((one) => one.url)).size).toBe(ORDERS);
  expect(accepted).toHaveLength(ORDERS);
  const result = readFileSync(out, 'utf8');
  expect(accepted.filter((one) => !result.includes(one.cloudPbxId))).toEqual([]);

  const ledger = await openAs(path.join(folder, 'data'));
  const decisions = [];
  for (const { id } of await ledger.batches()) decisions.push(...(await ledger.decisions(id)));
  expect(decided).toBeGreaterThan(0);
  expect(decisions.map((one) => one.reason)).toEqual(Array.from({ length: decided }, () => 'not in YCM'));

  /** What the lookup can't decide yet a person does, who sees in YCM's own pages that it is not there. */
  async function reconcile(): Promise<void> {
    const looked = await command(sandbox, ['reconcile', ...account, ...data], null);
    if (looked.lines.length === 0) throw new Error(`${looked.code} ${looked.said}`);
    const { run, candidates } = settled.parse(JSON.parse(looked.lines.at(-1) ?? ''));
    for (const { row, url, outcome } of candidates) {
      if (outcome !== 'too-recent') continue;
      expect(sandbox.accepted().map((one) => one.url.toLowerCase())).not.toContain(url);
      const why = ['--reason', 'not in YCM'];
      await command(
        sandbox,
        ['reconcile', run, '--send-again', String(row), ...why, ...account, ...data],
        null,
      );
      decided++;
    }
  }
}, 120_000);
