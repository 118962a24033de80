import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { startSandbox, type Sandbox } from '../../app/ycm';
import { buildCommand, finishedOf, ownFolder, run, sheetIn, textOf, type Ended } from './command';

beforeAll(() => buildCommand(), 60_000);

const reconciled = z.object({
  run: z.string().nullable(),
  candidates: z.array(z.looseObject({ row: z.number() })),
  totals: z.looseObject({ rows: z.number(), unconfirmed: z.number() }),
});
const outcomeOf = ({ stdout }: Ended): z.infer<typeof reconciled> => reconciled.parse(JSON.parse(stdout));

/** The command on an account and a data folder of its own. */
async function onAccount(folder: string): Promise<{
  sandbox: Sandbox;
  command: (...args: string[]) => Promise<Ended>;
  sheet: (name: string, change: (text: string) => string) => string;
}> {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const { baseUrl, clientId, clientSecret } = sandbox;
  const env = { PBX_ORDERS_CLIENT_SECRET: clientSecret };
  const data = ['--json', '--data', path.join(folder, 'data')];
  const account = ['--base-url', baseUrl, '--client-id', clientId];
  const clean = textOf(sheetIn(folder, 'clean.csv'));
  return {
    sandbox,
    command: (...args) => {
      const needsAccount = ['submit', 'resume', 'reconcile', 'read-back'].includes(args[0] ?? '');
      return run([...args, ...data, ...(needsAccount ? account : [])], { env });
    },
    sheet: (name, change) => {
      const file = path.join(folder, name);
      writeFileSync(file, change(clean));
      return file;
    },
  };
}

describe('without the name of a run', () => {
  test('reconcile takes the newest that has an order to look up, not a newer one that waits for it', async () => {
    const { sandbox, command, sheet } = await onAccount(ownFolder());
    const submit = async (file: string) =>
      finishedOf((await command('submit', file, '--yes', '--skip-invalid')).stdout);
    sandbox.push({ kind: 'drop-after' });
    const oldest = await submit(sheet('oldest.csv', (text) => text.replaceAll('acme-', 'zenith-')));
    sandbox.push({ kind: 'drop-after' });
    const older = await submit(sheet('older.csv', (text) => text));
    // The same address once more: it can't be sent before the other one is settled.
    const waits = await submit(sheet('newer.csv', (text) => text.split('\n').slice(0, 3).join('\n')));
    const settled = await submit(sheet('newest.csv', (text) => text.replaceAll('acme-', 'other-')));
    expect([oldest, older, waits, settled].map((one) => one.unconfirmed)).toEqual([1, 1, 1, 0]);

    const first = outcomeOf(await command('reconcile'));
    expect([first.run, first.candidates.map(({ row }) => row)]).toEqual([older.run, [2]]);
    expect(outcomeOf(await command('reconcile')).run).toBe(oldest.run);
    expect(sandbox.accepted()).toHaveLength(36);
  });

  test('reconcile and resume have nothing to do: that is no error; a decision without a run is one', async () => {
    const { command, sheet } = await onAccount(ownFolder());
    for (const round of ['no run at all', 'all done']) {
      const looked = await command('reconcile');
      expect([round, looked.code, outcomeOf(looked)]).toMatchObject([
        round,
        0,
        { run: null, candidates: [], totals: { rows: 0, unconfirmed: 0 } },
      ]);
      const sent = await command('resume');
      expect([sent.code, finishedOf(sent.stdout)]).toMatchObject([0, { rows: 0, result: null }]);
      await command(
        'submit',
        sheet('clean.csv', (text) => text),
        '--yes',
      );
    }
    const decided = await command('reconcile', '--send-again', '2');
    expect([decided.code, decided.stderr]).toEqual([2, expect.stringContaining('Say which run')]);
  });

  test('resume has nothing to do with a run that another one took the place of', async () => {
    const { command, sheet } = await onAccount(ownFolder());
    const file = sheet('clean.csv', (text) => text);
    expect((await command('submit', file, '--yes', '--max-pbxs', '5')).code).toBe(3);
    const again = await command('submit', file, '--yes', '--map', 'name=', '--constant', 'name=Branch');
    expect([again.code, finishedOf(again.stdout)]).toMatchObject([0, { created: 7, skipped: 5 }]);
    const resumed = await command('resume');
    expect([resumed.code, finishedOf(resumed.stdout).rows]).toEqual([0, 0]);
  });
});

describe('a run whose details are in an archive', () => {
  test('can’t be compared before they are brought back, and ends with 2, not as one that differs', async () => {
    const folder = ownFolder();
    const { command, sheet } = await onAccount(folder);
    const { run: id = '' } = finishedOf(
      (
        await command(
          'submit',
          sheet('clean.csv', (text) => text),
          '--yes',
        )
      ).stdout,
    );
    expect((await command('read-back', id)).code).toBe(0);
    const archive = path.join(folder, 'old.db');
    expect((await command('audit', 'archive', archive, '--before', '2100-01-01')).code).toBe(0);
    const refused = await command('read-back', id);
    expect(refused.code).toBe(2);
    expect(JSON.parse(refused.stdout)).toMatchObject({ type: 'error', code: 'run-archived' });
    expect(refused.stderr).toContain(archive);
    await command('audit', 'restore', archive);
    expect((await command('read-back', id)).code).toBe(0);
  });
});
