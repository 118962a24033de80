import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openSheetFile } from '../../app/sheets';
import { cellText } from '../../app/orders/cell-text';
import { startSandbox } from '../../app/ycm';
import {
  buildCommand,
  finishedOf,
  linesOf,
  ownFolder,
  run,
  sandboxProcess,
  sheetIn,
  textOf,
} from './command';

beforeAll(() => buildCommand(), 60_000);

/** Row number to what the result columns say. */
async function resultsIn(
  file: string,
): Promise<Record<number, { status: string; id: string; error: string }>> {
  const { sheets } = await openSheetFile(file);
  for (const { rows } of sheets) {
    const header = rows.find((row) => row.cells.some((cell) => cellText(cell) === 'cloudPbxId'));
    if (!header) continue;
    const at = (name: string): number => header.cells.findIndex((cell) => cellText(cell) === name);
    const [status, id, error] = [at('status'), at('cloudPbxId'), at('error')];
    return Object.fromEntries(
      rows
        .filter((row) => row.row > header.row)
        .map(({ row, cells }) => [
          row,
          { status: cellText(cells[status]), id: cellText(cells[id]), error: cellText(cells[error]) },
        ]),
    );
  }
  throw new Error('no result columns');
}

describe('submit', () => {
  test('a clean sheet comes back with an id on every row; sent again, nothing is created', async () => {
    const folder = ownFolder();
    const file = sheetIn(folder, 'clean.csv');
    const before = textOf(file);
    const args = ['submit', file, '--yes', '--json', '--data', path.join(folder, 'data')];
    const first = await run(args);
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });
    const finished = finishedOf(first.stdout);
    expect(finished).toMatchObject({ rows: 12, created: 12, result: path.join(folder, 'clean.results.csv') });
    const results = await resultsIn(path.join(folder, 'clean.results.csv'));
    expect(Object.keys(results)).toHaveLength(12);
    expect(new Set(Object.values(results).map((one) => one.id)).size).toBe(12);
    expect(Object.values(results).every((one) => one.status === 'created' && /^'?\d+$/.test(one.id))).toBe(
      true,
    );
    expect(textOf(file)).toBe(before);

    const again = await run(args);
    expect(again.code).toBe(0);
    expect(finishedOf(again.stdout)).toMatchObject({ created: 12, run: finished.run });
    const sent = linesOf(again.stdout).filter((one) => one.type === 'row' && one['state'] === 'sending');
    expect(sent).toEqual([]);
  });

  test('Excel’s "Unicode text" comes back as it was written', async () => {
    const folder = ownFolder();
    const file = sheetIn(folder, 'unicode-text.txt');
    const { code, stdout } = await run([
      'submit',
      file,
      '--yes',
      '--json',
      '--data',
      path.join(folder, 'data'),
    ]);
    expect(code).toBe(0);
    const { result, created } = finishedOf(stdout);
    expect(created).toBe(4);
    const bytes = readFileSync(result ?? '');
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    expect(Object.values(await resultsIn(result ?? '')).map((one) => one.status)).toEqual(
      Array(4).fill('created'),
    );
  });

  test('a customer’s own form: the good row comes back with its id on its row, the bad ones are not sent', async () => {
    const folder = ownFolder();
    const file = sheetIn(folder, 'northwind-order-form.xlsx');
    const args = ['submit', file, '--yes', '--json', '--data', path.join(folder, 'data')];
    const refused = await run(args);
    expect(refused.code).toBe(1);
    expect(finishedOf(refused.stdout)).toMatchObject({ created: 0, invalid: 4, notSent: 1, result: null });
    const sent = await run([...args, '--skip-invalid']);
    expect(sent.code).toBe(1);
    const { result, ...totals } = finishedOf(sent.stdout);
    expect(totals).toMatchObject({ rows: 5, created: 1, invalid: 4 });
    expect(result).toBe(path.join(folder, 'northwind-order-form.results.xlsx'));
    const results = await resultsIn(result ?? '');
    expect(results[7]).toMatchObject({ status: 'created', id: expect.stringMatching(/^\d+$/) });
    expect(results[8]).toMatchObject({ status: 'invalid', id: '' });
    expect(results[8]?.error).toContain('Enterprize Plan');
  });

  test('with --json whatever ends the command is an object on standard output, and nothing else is', async () => {
    const folder = ownFolder();
    const file = sheetIn(folder, 'clean.csv');
    const empty = path.join(folder, 'empty.csv');
    writeFileSync(empty, 'name,plan,subDomain,domainId\n');
    const data = ['--json', '--data', path.join(folder, 'data')];
    const wrong = [
      ['submit', file, '--nonsense', ...data],
      ['submit', ...data],
      ['submit', file, '--base-url', 'https://ycm.example.com', ...data],
      ['submit', file, ...data],
      ['submit', empty, '--yes', ...data],
      ['reconcile', '1', '--adopt', '7', ...data],
    ];
    for (const args of wrong) {
      const ended = await run(args);
      const lines = linesOf(ended.stdout);
      expect([args.join(' '), ended.code, lines.map((one) => one.type)]).toEqual([
        args.join(' '),
        2,
        ['error'],
      ]);
      expect(lines[0]).toMatchObject({ message: expect.stringMatching(/\w/) });
      expect(ended.stderr).not.toBe('');
    }
  });

  test('nothing is sent without a yes where nobody can be asked', async () => {
    const folder = ownFolder();
    const { code, stderr } = await run([
      'submit',
      sheetIn(folder, 'clean.csv'),
      '--data',
      path.join(folder, 'data'),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('This would create 12 PBXs. Add --yes to do it without a question.');
    expect(existsSync(path.join(folder, 'clean.results.csv'))).toBe(false);
  });

  test('no further than the command may spend; a limit that makes no sense is refused', async () => {
    const folder = ownFolder();
    const data = ['--json', '--data', path.join(folder, 'data')];
    const args = ['submit', sheetIn(folder, 'clean.csv'), '--yes', ...data];
    const wrong = await run([...args, '--stop-after-unconfirmed', '11']);
    expect([wrong.code, wrong.stdout]).toEqual([2, expect.stringContaining('from 1 to 10')]);
    const first = await run([...args, '--max-pbxs', '5', '--attempts', '2', '--longest-wait', '10']);
    expect(first.code).toBe(3);
    const { created, notSent, run: id = '' } = finishedOf(first.stdout);
    expect([created, notSent]).toEqual([5, 7]);
    const more = await run(['resume', id, ...data, '--max-extensions', '1']);
    expect([more.code, finishedOf(more.stdout).created]).toEqual([3, 5]);
    const rest = await run(['resume', id, ...data, '--max-pbxs', 'none']);
    expect([rest.code, finishedOf(rest.stdout).created]).toEqual([0, 12]);
  });

  test('to an account by its address, with the secret from the environment and nowhere else', async () => {
    const folder = ownFolder();
    const { baseUrl, clientId, clientSecret } = await sandboxProcess(folder);
    const data = path.join(folder, 'data');
    const args = ['submit', sheetIn(folder, 'clean.csv'), '--yes', '--json', '--data', data];
    const target = ['--base-url', baseUrl, '--client-id', clientId];
    const wrong = await run([...args, ...target], { env: { PBX_ORDERS_CLIENT_SECRET: 'not-the-secret' } });
    expect(wrong.code).not.toBe(0);
    expect(wrong.stdout + wrong.stderr).not.toContain('not-the-secret');
    const right = await run([...args, ...target], { env: { PBX_ORDERS_CLIENT_SECRET: clientSecret } });
    expect(right.code).toBe(0);
    expect(finishedOf(right.stdout).created).toBe(12);
    const stored = readFileSync(path.join(data, 'ledger.db')).toString('latin1');
    expect(stored).not.toContain(clientSecret);
    expect(right.stdout + right.stderr + textOf(path.join(folder, 'clean.results.csv'))).not.toContain(
      clientSecret,
    );
  });

  test('what the account lacks is said before anything is sent', async () => {
    const folder = ownFolder();
    const capacity = { extensions: 130, concurrentCalls: 10_000, recordingMinutes: 10_000 };
    const sandbox = await startSandbox({ capacity });
    onTestFinished(() => sandbox.close());
    const { baseUrl, clientId, clientSecret } = sandbox;
    const { stderr, stdout } = await run(
      ['submit', sheetIn(folder, 'clean.csv'), '--yes', '--json', '--data', path.join(folder, 'data')].concat(
        ['--base-url', baseUrl, '--client-id', clientId],
      ),
      { env: { PBX_ORDERS_CLIENT_SECRET: clientSecret } },
    );
    expect(stderr).toContain('Extensions: 780 needed, 130 left.');
    expect(stderr).toContain('4 of 12 would fit: rows 2-5.');
    expect(finishedOf(stdout).created).toBe(sandbox.accepted().length);
  });

  test('what is odd about the sheet as a whole is said before anything is sent', async () => {
    const folder = ownFolder();
    const [headings = '', order = ''] = textOf(sheetIn(folder, 'clean.csv')).split(/\r?\n/);
    const file = path.join(folder, 'twice.csv');
    writeFileSync(file, `${headings},Site\n${order},Berlin\n`.replace(/^name,/, 'Branch,'));
    const { code, stderr } = await run(['submit', file, '--yes', '--data', path.join(folder, 'data')]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        '! sheet   The columns A "Branch" and U "Site" both look like PBX name. A "Branch" is used; choose the other if that is wrong.\n',
    });
  });

  test('for people: what was left undone comes with the command that goes on, until nothing is', async () => {
    const folder = ownFolder();
    const sandbox = await startSandbox();
    onTestFinished(() => sandbox.close());
    const { baseUrl, clientId, clientSecret } = sandbox;
    const account = ['--base-url', baseUrl, '--client-id', clientId, '--data', path.join(folder, 'data')];
    const env = { PBX_ORDERS_CLIENT_SECRET: clientSecret };
    sandbox.push({ kind: 'drop-before' });
    const sent = await run(['submit', sheetIn(folder, 'clean.csv'), '--yes', ...account], { env });
    expect(sent.code).toBe(4);
    const reconcile = /pbx-orders (reconcile) (\S+)/.exec(sent.stdout)?.slice(1) ?? [];
    sandbox.always({ on: 'any', kind: 'status', status: 503 });
    const unknown = await run([...reconcile, ...account], { env });
    expect([unknown.code, unknown.stdout]).toEqual([4, expect.stringContaining('--send-again 2')]);
    sandbox.always(null);
    const because = ['--reason', 'Not in the portal.'];
    const decided = await run([...reconcile, '--send-again', '2', ...because, ...account], { env });
    expect(decided.code).toBe(3);
    const shown = await run(['show', reconcile[1] ?? '', '--data', path.join(folder, 'data')]);
    expect(shown.stdout).toMatch(/decided +row 2 +send-again, .+ UTC: Not in the portal\./);
    const resume = /pbx-orders (resume) (\S+)/.exec(decided.stdout)?.slice(1) ?? [];
    const rest = await run([...resume, ...account], { env });
    expect([rest.code, sandbox.accepted().length]).toEqual([0, 12]);
  }, 60_000);

  test('what a person should know of the ledger and the settings is said, whatever becomes of the command', async () => {
    const folder = ownFolder();
    const data = path.join(folder, 'data');
    const submit = (sheet: string) =>
      run(['submit', sheetIn(folder, sheet), '--yes', '--json', '--data', data]);
    expect((await submit('half-done.csv')).code).toBe(0);
    for (const end of ['', '-wal', '-shm']) rmSync(path.join(data, `ledger.db${end}`), { force: true });
    writeFileSync(path.join(data, 'settings.json'), '{');
    const first = await submit('clean.csv');
    expect([first.code, linesOf(first.stdout).at(-1)]).toMatchObject([2, { code: 'missing' }]);
    expect(first.stderr).toContain('settings could not be read');
    const second = await submit('clean.csv');
    expect(second.stderr).toContain('compare your sheets with the account before creating PBXs');
  });
});
