import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildCommand, ownFolder, reportOf, run, sheetIn } from './command';

beforeAll(() => buildCommand(), 60_000);

const errors = ({ problems }: ReturnType<typeof reportOf>): string[] =>
  problems.filter((one) => one.level === 'error').map((one) => `${one.cell} ${one.field} ${one.code}`);

describe('check', () => {
  test.each([
    ['clean.csv', 0, { rows: 12, ready: 12, invalid: 0, skipped: 0 }],
    ['unicode-text.txt', 0, { rows: 4, ready: 4, invalid: 0, skipped: 0 }],
    ['order-zh-gbk.csv', 0, { rows: 2, ready: 2, invalid: 0, skipped: 0 }],
    ['half-done.csv', 0, { rows: 6, ready: 4, invalid: 0, skipped: 2 }],
    ['reseller-de.csv', 1, { rows: 3, ready: 1, invalid: 2, skipped: 0 }],
    ['one-of-each-error.csv', 1, { rows: 16, ready: 2, invalid: 14, skipped: 0 }],
    ['northwind-order-form.xlsx', 1, { rows: 5, ready: 1, invalid: 4, skipped: 0 }],
  ])('%s ends with %i', async (name, code, counts) => {
    const folder = ownFolder();
    const ended = await run(['check', sheetIn(folder, name), '--json', '--data', path.join(folder, 'data')]);
    expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code, stderr: '' });
    expect(reportOf(ended.stdout)).toMatchObject(counts);
  });

  test('the bad rows of a customer’s own form are named cell by cell', async () => {
    const folder = ownFolder();
    const { stdout } = await run([
      'check',
      sheetIn(folder, 'northwind-order-form.xlsx'),
      '--json',
      '--data',
      folder,
    ]);
    expect(errors(reportOf(stdout))).toEqual([
      'J6 subDomain duplicate-url',
      'D8 plan unknown-choice',
      'J8 subDomain bad-sub-domain',
      'M8 expirationDate expired',
      'N8 allowRunAfterExpirationDate after-expiry-missing',
      'I9 regionId unknown-id',
      'K9 domainId unknown-id',
      'M9 expirationDate impossible-date',
      'P9 customerIds unknown-id',
      'J10 subDomain duplicate-url',
    ]);
    const plan = reportOf(stdout).problems.find((one) => one.cell === 'D8');
    expect(plan?.repair).toEqual({
      field: 'plan',
      value: 'Enterprise Plan',
      label: 'Change to "Enterprise Plan"',
    });
  });

  test('for people: each problem on its cell, then the counts', async () => {
    const folder = ownFolder();
    const { stdout } = await run(['check', sheetIn(folder, 'reseller-de.csv'), '--data', folder]);
    expect(stdout).toContain('Read as windows-1252, columns separated by ";".');
    expect(stdout).toContain('Not used: S "Bemerkung".');
    expect(stdout).toMatch(/✗ C3 +Extensions can be at most 500; it is 1\.250\./);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 ready, 2 invalid, 0 skipped.');
  });

  test('writes nothing beside the sheet, nor anything into it', async () => {
    const folder = ownFolder();
    const file = sheetIn(folder, 'clean.csv');
    await run(['check', file, '--data', path.join(folder, 'data')]);
    expect(readdirSync(folder).filter((name) => name !== 'data')).toEqual(['clean.csv']);
  });

  test('the data folder may be said by PBX_ORDERS_DATA', async () => {
    const folder = ownFolder();
    const data = path.join(folder, 'mine');
    await run(['submit', sheetIn(folder, 'clean.csv'), '--yes'], { env: { PBX_ORDERS_DATA: data } });
    expect(existsSync(path.join(data, 'ledger.db'))).toBe(true);
  });

  test('how it is read can be said', async () => {
    const folder = ownFolder();
    const file = path.join(folder, 'mine.csv');
    writeFileSync(file, 'Host;Who\nacme-1;Acme\nold mill;Old Mill\n');
    const mapped = ['--map', 'subDomain=Host', '--map', 'name=B', '--delimiter', ';'];
    const constants = [
      'plan=Enterprise',
      'extensionCapacity=20',
      'concurrentCallCapacity=5',
      'recordingStatus=No',
      'recordingCapacity=0',
    ]
      .concat([
        'regionId=4',
        'domainId=4',
        'type=Trial',
        'versionId=764',
        'customerIds=Acme',
        'upgradeInPbx=Yes',
        'im=No',
      ])
      .concat(['passwordlessLogin=No', 'allowSuperiorPasswordlessLogin=No'])
      .flatMap((one) => ['--constant', one]);
    const { stdout, code } = await run(['check', file, '--json', '--data', folder, ...mapped, ...constants]);
    expect(code).toBe(1);
    expect(reportOf(stdout)).toMatchObject({ rows: 2, ready: 1, invalid: 1 });
    expect(errors(reportOf(stdout))).toEqual(['A3 subDomain bad-sub-domain']);
  });
});

test('rows that are no orders are named with why, for programs, too', async () => {
  const folder = ownFolder();
  const { stdout } = await run([
    'check',
    sheetIn(folder, 'northwind-order-form.xlsx'),
    '--json',
    '--data',
    folder,
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ leftOut: [{ row: 13, reason: 'it is a row of totals' }] });
});

test('for people, check says which columns were guessed', async () => {
  const folder = ownFolder();
  const file = written(folder, 'guessed.csv', 'PBX name,Kind,Exstensions\nAcme,Enterprise Plan,5\n');
  const { stdout } = await run(['check', file, '--data', path.join(folder, 'data')]);
  expect(stdout).toContain('Column B is taken for Plan: its values are plans.');
  expect(stdout).toContain(
    'Column C is taken for Extensions: "Exstensions" is spelt almost like "extensions".',
  );
  expect(stdout).not.toContain('Not used');
});

describe('what can’t be read gets one clear sentence', () => {
  const files: [string, (folder: string) => string, RegExp][] = [
    ['a missing file', (folder) => path.join(folder, 'gone.csv'), /There is no file "gone\.csv"/],
    ['an empty file', (folder) => written(folder, 'empty.csv', ''), /"empty\.csv" is empty/],
    [
      'a folder',
      (folder) => (mkdirSync(path.join(folder, 'dir.csv')), path.join(folder, 'dir.csv')),
      /is a folder/,
    ],
    [
      'a PDF renamed to .xlsx',
      (folder) => written(folder, 'x.xlsx', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n'),
      /is a PDF|PDF/,
    ],
    [
      'a CSV with one column',
      (folder) => written(folder, 'one.csv', 'apples\npears\n'),
      /Every row of .* is a single cell/,
    ],
    [
      'an unclosed quote',
      (folder) => written(folder, 'q.csv', 'name,plan,subDomain\n"Acme,x,y\n'),
      /quotation mark .* never closed/,
    ],
  ];
  test.each(files)('%s', async (_what, make, sentence) => {
    const folder = ownFolder();
    const ended = await run(['check', make(folder), '--data', path.join(folder, 'data')]);
    expect(ended.code).toBe(2);
    expect(ended.stdout + ended.stderr).toMatch(sentence);
    expect(ended.stdout + ended.stderr).not.toMatch(/\n\s+at |Error:|undefined/);
  });
  test.each(files)('%s, for programs', async (_what, make) => {
    const folder = ownFolder();
    const ended = await run(['submit', make(folder), '--yes', '--json', '--data', path.join(folder, 'data')]);
    expect(ended.code).toBe(2);
    expect(ended.stderr.trim().split('\n').length).toBeLessThanOrEqual(1);
  });
});

describe('a wrong command', () => {
  test.each([
    [['no-such-command'], /unknown command/],
    [['check'], /missing required argument/],
    [['check', 'a.csv', '--colour'], /unknown option/],
    [['check', 'a.csv', '--dates', 'sideways'], /day-first or month-first/],
    [['submit', 'a.csv', '--base-url', 'https://ycm.example'], /--base-url and --client-id go together/],
    [
      ['submit', 'a.csv', '--connection', 'sandbox', '--base-url', 'https://ycm.example', '--client-id', 'x'],
      /not both/,
    ],
    [['submit', 'a.csv', '--connection', 'nowhere', '--yes'], /no connection named "nowhere"/],
    [['submit', 'a.csv', '--base-url', 'http://ycm.example', '--client-id', 'x'], /must begin with https/],
    [['check', 'a.csv', '--map', 'nonsense=A'], /no field "nonsense"/],
  ])('%j says what is wrong and ends with 2', async (args, sentence) => {
    const folder = ownFolder();
    writeFileSync(path.join(folder, 'a.csv'), 'name,plan\nA,Enterprise Plan\n');
    const { code, stderr, stdout } = await run([...args, '--data', path.join(folder, 'data')], {
      cwd: folder,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
  });
});

test.skipIf(process.platform === 'win32')(
  'a name of a file or tab can’t move the cursor or clear the screen',
  async () => {
    const folder = ownFolder();
    const file = path.join(folder, 'a\u001b[2Jb\u009b31m.csv');
    const missing = await run(['check', file, '--data', path.join(folder, 'data')]);
    expect(missing.code).toBe(2);
    writeFileSync(file, 'name,plan\nA,Enterprise Plan\n');
    const tab = await run(['check', file, '--sheet', 'none', '--data', path.join(folder, 'data')]);
    expect(tab.code).toBe(2);
    for (const { stderr } of [missing, tab]) expect(stderr.trimEnd()).not.toMatch(/\p{Cc}/u);
  },
);

function written(folder: string, name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}
