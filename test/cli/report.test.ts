import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ROOT, buildCommand, finishedOf, ownFolder, run, sheetIn, textOf } from './command';

beforeAll(() => buildCommand('main'), 60_000);

test('a run’s report is written as a page and, by the app’s own browser, as PDF', async () => {
  const folder = ownFolder();
  const data = ['--data', path.join(folder, 'data')];
  const submitted = await run([
    'submit',
    sheetIn(folder, 'northwind-order-form.xlsx'),
    '--yes',
    '--skip-invalid',
    '--json',
    ...data,
  ]);
  const { run: id = '' } = finishedOf(submitted.stdout);
  const page = path.join(folder, 'report.html');
  expect(await run(['report', id, page, ...data])).toMatchObject({ code: 0, stderr: '' });
  expect(textOf(page)).toContain('Lakeside School');
  const pdf = path.join(folder, 'report.pdf');
  // As `npm run cli` names it; a fresh checkout has it by then, because the tests prepare it first.
  const env = { PBX_ORDERS_ELECTRON: electron() };
  expect(await run(['report', id, pdf, ...data], { env })).toMatchObject({ code: 0 });
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await run(['report', id, path.join(folder, 'report.txt'), ...data])).code).toBe(2);
});

test.skipIf(process.platform === 'win32')(
  'the browser that prints it is not given the client secret',
  async () => {
    const folder = ownFolder();
    const data = ['--data', path.join(folder, 'data')];
    const submitted = await run(['submit', sheetIn(folder, 'clean.csv'), '--yes', '--json', ...data]);
    const { run: id = '' } = finishedOf(submitted.stdout);
    const seen = path.join(folder, 'environment.txt');
    const browser = path.join(folder, 'browser');
    writeFileSync(browser, `#!/bin/sh\nenv > '${seen}'\n`, { mode: 0o755 });
    const env = { PBX_ORDERS_ELECTRON: browser, PBX_ORDERS_CLIENT_SECRET: 'not-for-browsers', DISPLAY: ':0' };
    expect((await run(['report', id, path.join(folder, 'a.pdf'), ...data], { env })).code).toBe(2);
    expect(textOf(seen)).toContain('PBX_ORDERS_ELECTRON');
    expect(textOf(seen)).not.toContain('not-for-browsers');
  },
);

/** The Electron that the scripts of this checkout have prepared. */
function electron(): string {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] || path.join(ROOT, '.runtime', 'electron-fallback');
  return path.join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron');
}
