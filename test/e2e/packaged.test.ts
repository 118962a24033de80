import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectNoComplaints, freshFolder, launch, ROOT, sheet, type App } from './app';
import { create, created, goToPlan, heading } from './screens';

const UNPACKED: Partial<Record<NodeJS.Platform, { app: string; command: string }>> = {
  linux: { app: 'linux-unpacked/pbx-orders-desktop', command: 'linux-unpacked/pbx-orders' },
  darwin: {
    app: 'mac/PBX Orders.app/Contents/MacOS/PBX Orders',
    command: 'mac/PBX Orders.app/Contents/MacOS/pbx-orders',
  },
  win32: { app: 'win-unpacked/PBX Orders.exe', command: 'win-unpacked/pbx-orders.cmd' },
};
const inDist = (name = ''): string => path.join(ROOT, 'dist', name);
const executable = inDist(UNPACKED[process.platform]?.app);
const command = inDist(UNPACKED[process.platform]?.command);

/** `npm test` has packaged it already; when one works on the code, this does it. */
beforeAll(() => {
  const built = statSync(path.join(ROOT, 'out', 'main.cjs')).mtimeMs;
  const archive = path.join(path.dirname(executable), 'resources', 'app.asar');
  if (existsSync(archive) && statSync(archive).mtimeMs > built) return;
  execFileSync(process.execPath, [path.join(ROOT, 'build', 'package.mjs')], {
    stdio: 'ignore',
    timeout: 180_000,
  });
}, 200_000);

const isPackaged = ({ electron }: App): Promise<boolean> => electron.evaluate(({ app }) => app.isPackaged);

describe('the packaged app', () => {
  it('does the main job', async () => {
    const file = sheet('clean.csv');
    const app = await launch({ executable, args: [file] });
    expect(await isPackaged(app)).toBe(true);
    await heading(app.page, 'Review and fix');
    await goToPlan(app.page);
    await create(app.page, 12);
    const pbxs = await created(app);
    expect(pbxs).toHaveLength(12);
    const lines = readFileSync(file.replace('.csv', '.results.csv'), 'utf8').split(/\r?\n/);
    for (const { row, id } of pbxs) expect(lines[row - 1]).toContain(id);
    expectNoComplaints(app);
  });

  it('brings its sample sheets, an Excel form among them, and they can be ordered from', async () => {
    const app = await launch({ executable });
    await app.page.getByRole('button', { name: /Order form/ }).click();
    await app.page.getByRole('heading', { level: 1, name: /Review and fix|columns/i }).waitFor();
    await goToPlan(app.page);
    const label = await app.page.getByRole('button', { name: /^Create \d+ PBX/ }).innerText();
    await create(app.page, Number(/\d+/.exec(label)?.[0]));
    const runs = await app.page.evaluate(() => window.pbxOrders.runs({ search: '' }));
    const runId = runs.ok ? (runs.value[0]?.id ?? '') : '';
    const run = await app.page.evaluate((runId) => window.pbxOrders.run({ runId }), runId);
    const result = run.ok ? run.value.result : null;
    expect(result && existsSync(path.join(result.folder, result.name))).toBe(true);
  });

  it('has no developer tools', async () => {
    const app = await launch({ executable });
    const opened = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // They take a moment to open where they may.
      return Promise.race([
        new Promise((resolve) => {
          contents?.once('devtools-opened', () => resolve(true));
          contents?.openDevTools({ mode: 'detach' });
        }),
        new Promise((resolve) => setTimeout(() => resolve(false), 2000)),
      ]);
    });
    expect(opened).toBe(false);
  });

  it('ships the command, with the same engine', () => {
    const env = { ...process.env, PBX_ORDERS_DATA: freshFolder() };
    const args = ['submit', sheet('clean.csv'), '--connection', 'sandbox', '--yes', '--json'];
    const printed = execFileSync(command, args, { env, encoding: 'utf8', timeout: 50_000 });
    const last = JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '');
    expect(last).toMatchObject({ type: 'finished', rows: 12, created: 12 });
    // What prints is the app, which needs a display; without one the command makes its own.
    const report = path.join(env.PBX_ORDERS_DATA, 'report.pdf');
    const [run] = JSON.parse(execFileSync(command, ['runs', '--json'], { env, encoding: 'utf8' }));
    execFileSync(command, ['report', run.id, report], { env: { ...env, DISPLAY: '' }, timeout: 50_000 });
    expect(readFileSync(report).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
