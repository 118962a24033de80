import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { startSandbox } from '../../app/ycm';
import { buildCommand, finishedOf, ownFolder, run, sandboxProcess, sheetIn } from './command';

beforeAll(() => buildCommand(), 60_000);

const runs = z.array(
  z.object({
    id: z.string(),
    totals: z.object({ created: z.number(), unconfirmed: z.number(), notSent: z.number() }),
  }),
);

describe('submit, interrupted', () => {
  test.each<[string, (child: ChildProcessWithoutNullStreams) => void]>([
    ['Ctrl-C', (child) => void child.kill('SIGINT')],
    ['a terminal that was closed', (child) => void child.kill('SIGHUP')],
    ['a reader that went away, such as head,', (child) => void child.stdout.destroy()],
    [
      'readers of everything that went away',
      (child) => {
        child.stdout.destroy();
        child.stderr.destroy();
      },
    ],
  ])('%s stops after the order being sent; the run goes on later', async (_who, interrupt) => {
    const folder = ownFolder();
    const { baseUrl, clientId, clientSecret } = await sandboxProcess(folder, '--latency', '40');
    const env = { PBX_ORDERS_CLIENT_SECRET: clientSecret };
    const data = ['--data', path.join(folder, 'data'), '--json'];
    const address = ['--base-url', baseUrl, '--client-id', clientId];
    const args = ['submit', sheetIn(folder, 'clean.csv'), '--yes', ...address, ...data];
    const stopped = await run(args, {
      env,
      during: (child) => {
        const once = (chunk: Buffer): void => {
          if (!chunk.includes('"created"')) return;
          child.stdout.off('data', once);
          interrupt(child);
        };
        child.stdout.on('data', once);
      },
    });
    expect(stopped.code).toBe(3);
    const [begun] = runs.parse(JSON.parse((await run(['runs', ...data])).stdout));
    expect(begun?.totals.created).toBeGreaterThan(0);
    expect(begun?.totals).toMatchObject({ unconfirmed: 0, notSent: 12 - (begun?.totals.created ?? 0) });
    const again = await run(args, { env });
    expect(again.code).toBe(0);
    expect(finishedOf(again.stdout)).toMatchObject({ rows: 12, created: 12, run: begun?.id });
  });

  test('killed in the middle, it goes on where it stopped and creates nothing twice', async () => {
    const folder = ownFolder();
    const { baseUrl, clientId, clientSecret } = await sandboxProcess(folder, '--latency', '40');
    const env = { PBX_ORDERS_CLIENT_SECRET: clientSecret };
    const data = ['--data', path.join(folder, 'data'), '--json'];
    const args = [
      'submit',
      sheetIn(folder, 'clean.csv'),
      '--yes',
      '--base-url',
      baseUrl,
      '--client-id',
      clientId,
      ...data,
    ];
    const killed = await run(args, {
      env,
      during: (child) =>
        child.stdout.on('data', (chunk: Buffer) => chunk.includes('"row":5') && child.kill('SIGKILL')),
    });
    expect(killed.code).toBeNull();
    const again = await run(args, { env });
    const after = finishedOf(again.stdout);
    expect(again.code).toBe(after.unconfirmed > 0 ? 4 : 0);
    expect(after.created + after.unconfirmed).toBe(12);
    expect(after.unconfirmed).toBeLessThanOrEqual(1);
  });

  test('resume says what is left, and where it goes, before it sends that', async () => {
    const folder = ownFolder();
    const data = ['--data', path.join(folder, 'data')];
    await run(['submit', sheetIn(folder, 'clean.csv'), '--yes', '--max-pbxs', '1', ...data]);
    const { stderr } = await run(['resume', ...data]);
    expect(stderr).toMatch(/^Run \S+ goes on with 11 orders of clean\.csv on "sandbox"\.$/m);
  });

  test('resume goes on with a run that has something to send, not with one that was replaced', async () => {
    const folder = ownFolder();
    const data = ['--data', path.join(folder, 'data'), '--json'];
    const submit = (file: string, ...more: string[]) => run(['submit', file, '--yes', ...more, ...data]);
    const waiting = finishedOf((await submit(sheetIn(folder, 'clean.csv'), '--max-pbxs', '1')).stdout);
    const replaced = sheetIn(folder, 'one-of-each-error.csv');
    const change = ['--skip-invalid', '--constant', 'transcriptionCapacity=0'];
    expect((await submit(replaced, '--skip-invalid', '--max-pbxs', '1')).code).not.toBe(2);
    expect((await submit(replaced, ...change)).code).not.toBe(2);
    const resumed = await run(['resume', ...data]);
    expect([resumed.code, finishedOf(resumed.stdout)]).toMatchObject([0, { run: waiting.run, created: 12 }]);
  });

  test('a sheet with an order whose answer is not known is no sheet to correct: it is its run’s to settle', async () => {
    const folder = ownFolder();
    const sandbox = await startSandbox();
    onTestFinished(() => sandbox.close());
    sandbox.push({ kind: 'drop-after' });
    const env = { PBX_ORDERS_CLIENT_SECRET: sandbox.clientSecret };
    const address = ['--base-url', sandbox.baseUrl, '--client-id', sandbox.clientId];
    const data = ['--data', path.join(folder, 'data'), '--json'];
    const args = ['submit', sheetIn(folder, 'clean.csv'), '--yes', ...address, ...data];
    const first = await run(args, { env });
    const again = await run(args, { env });
    for (const { code, stdout } of [first, again])
      expect([code, finishedOf(stdout)]).toMatchObject([4, { created: 11, unconfirmed: 1, invalid: 0 }]);
    expect(finishedOf(again.stdout).run).toBe(finishedOf(first.stdout).run);
    expect(sandbox.accepted()).toHaveLength(12);
  });
});
