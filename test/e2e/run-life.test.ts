import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACCOUNT, beginRun, connect, createdTwice, startYcm } from './account';
import { answerDialogs, askedDialogs, freshFolder, launch, sheet, type App } from './app';

const SLOW = { on: 'create', kind: 'delay', ms: 250 } as const;

/** Closes the window as its button does. */
const closeWindow = ({ electron }: App): Promise<void> =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

const isVisible = ({ electron }: App): Promise<boolean> =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);

/** The file beside a sheet with its results. */
const resultsOf = (file: string): string => readFileSync(file.replace('.csv', '.results.csv'), 'utf8');

/** As if it had crashed. */
const killEngine = ({ electron }: App): Promise<boolean> =>
  electron.evaluate(({ app }) => {
    const engine = app.getAppMetrics().find((one) => one.name === 'PBX Orders engine');
    return process.kill(engine?.pid ?? -1, 'SIGKILL');
  });

describe('closing the window while orders are being sent', () => {
  it('asks first, and goes on as if nothing had been when it is cancelled', async () => {
    const ycm = await startYcm();
    const app = await launch();
    await connect(app, ycm);
    ycm.always(SLOW);
    const file = sheet('clean.csv');
    await beginRun(app, file, 12);
    await expect.poll(() => ycm.accepted().length).toBeGreaterThan(1);
    await answerDialogs(app, { button: 2 });
    await closeWindow(app);
    await expect.poll(async () => (await askedDialogs(app)).length).toBe(1);
    expect((await askedDialogs(app))[0]?.message).toContain('clean.csv is still being worked on');
    expect(await isVisible(app)).toBe(true);
    await expect.poll(() => ycm.accepted().length, { timeout: 20_000 }).toBe(12);
  });

  it('stops after the order being sent, closes, and loses no id of what was created', async () => {
    const ycm = await startYcm();
    const app = await launch();
    await connect(app, ycm);
    ycm.always(SLOW);
    const file = sheet('clean.csv');
    await beginRun(app, file, 12);
    await expect.poll(() => ycm.accepted().length).toBeGreaterThan(1);
    await answerDialogs(app, { button: 1 });
    await closeWindow(app);
    expect(await app.ended).toBe(0);
    const sent = ycm.accepted();
    expect(sent.length).toBeLessThan(12);
    const results = resultsOf(file);
    for (const { cloudPbxId } of sent) expect(results).toContain(cloudPbxId);
    expect(results.match(/Created/gi)).toHaveLength(sent.length);
  });

  it('continues without a window, and ends by itself when everything is created', async () => {
    const ycm = await startYcm();
    const app = await launch();
    await connect(app, ycm);
    ycm.always(SLOW);
    const file = sheet('clean.csv');
    await beginRun(app, file, 12);
    await expect.poll(() => ycm.accepted().length).toBeGreaterThan(1);
    await answerDialogs(app, { button: 0 });
    await closeWindow(app);
    await expect.poll(() => isVisible(app)).toBe(false);
    expect(await app.ended).toBe(0);
    expect(ycm.accepted()).toHaveLength(12);
    expect(resultsOf(file).match(/Created/gi)).toHaveLength(12);
  });
});

describe('closing the window while work can’t be saved', () => {
  it('asks first; kept open, everything is saved as soon as it can be', async () => {
    const dataDir = freshFolder();
    const drafts = path.join(dataDir, 'drafts');
    writeFileSync(drafts, 'no folder can be here');
    const app = await launch({ dataDir, args: [sheet('clean.csv')] });
    const { page } = app;
    await page.locator('[role=gridcell]').filter({ hasText: 'Acme Branch 12' }).first().click();
    await page.keyboard.type('Renamed');
    await page.keyboard.press('Enter');
    await page.getByText('Not saved yet.').waitFor();
    await answerDialogs(app, { button: 1 });
    await closeWindow(app);
    await expect.poll(async () => (await askedDialogs(app)).length).toBe(1);
    expect((await askedDialogs(app))[0]?.message).toContain('latest changes to the sheet are not saved');
    expect(await isVisible(app)).toBe(true);
    rmSync(drafts);
    await page.getByText('Not saved yet.').waitFor({ state: 'detached' });
    await closeWindow(app);
    expect(await app.ended).toBe(0);
    expect(readdirSync(drafts)).toHaveLength(1);
  });
});

describe('a run', () => {
  it('keeps the machine awake, shows its progress in the task bar, and says when it is done', async () => {
    const ycm = await startYcm();
    const app = await launch();
    await connect(app, ycm);
    await app.electron.evaluate(({ powerSaveBlocker, BrowserWindow, Notification }) => {
      const seen = { awake: [] as string[], progress: [] as number[], told: [] as string[] };
      Object.assign(globalThis, { seen });
      const { start, stop } = powerSaveBlocker;
      powerSaveBlocker.start = (type) => (seen.awake.push(type), start.call(powerSaveBlocker, type));
      powerSaveBlocker.stop = (id) => (seen.awake.push('stop'), stop.call(powerSaveBlocker, id));
      const [window] = BrowserWindow.getAllWindows();
      if (window) window.setProgressBar = (share) => void seen.progress.push(share);
      Notification.isSupported = () => true;
      Notification.prototype.show = function show() {
        seen.told.push(`${this.title}: ${this.body}`);
      };
    });
    await beginRun(app, sheet('clean.csv'), 12);
    type Seen = { awake: string[]; progress: number[]; told: string[] };
    const seen = (): Promise<Seen> =>
      app.electron.evaluate(() => (globalThis as never as { seen: Seen }).seen);
    await expect.poll(async () => (await seen()).told).toEqual(['clean.csv: done: 12 created']);
    const { awake, progress } = await seen();
    expect(awake).toEqual(['prevent-app-suspension', 'stop']);
    expect(progress.at(-1)).toBe(-1);
    expect(progress.filter((share) => share > 0 && share < 1).length).toBeGreaterThan(5);
  });

  it('survives the death of the engine: it is told, unfinished, and continued without a second order', async () => {
    const ycm = await startYcm();
    const app = await launch();
    await connect(app, ycm);
    ycm.always({ on: 'create', kind: 'delay', ms: 400 });
    const runId = await beginRun(app, sheet('clean.csv'), 12);
    await expect.poll(() => ycm.accepted().length).toBeGreaterThan(2);
    await answerDialogs(app, { button: 0 });
    // Something asked of the engine that it will not live to answer.
    ycm.push({ on: 'token', kind: 'hang' });
    await app.page.evaluate((name) => {
      const asked = window.pbxOrders.testConnection({ name });
      void asked.then((reply) => sessionStorage.setItem('reply', reply.ok ? 'ok' : reply.error.code));
    }, ACCOUNT);
    await killEngine(app);
    await expect.poll(async () => (await askedDialogs(app)).length).toBe(1);
    expect((await askedDialogs(app))[0]?.message).toContain('stopped and was started again');
    ycm.always(null);
    await app.page.getByRole('heading', { name: 'Runs to finish' }).waitFor();
    expect(await app.page.evaluate(() => sessionStorage.getItem('reply'))).toBe('engine-ended');

    // Without a keychain the secret lived in the shell, which did not end.
    const ended = await app.page.evaluate(async (runId) => {
      await window.pbxOrders.reconcile({ runId });
      const continued = await window.pbxOrders.continueRun({ runId });
      return continued.ok ? null : continued.error;
    }, runId);
    expect(ended).toBeNull();
    const totals = async (): Promise<unknown> => {
      const run = await app.page.evaluate((runId) => window.pbxOrders.run({ runId }), runId);
      return run.ok ? run.value.totals : run.error;
    };
    await expect.poll(totals, { timeout: 20_000 }).toMatchObject({ rows: 12, notSent: 0 });
    expect(createdTwice(ycm)).toEqual([]);
    expect(app.log().some((line) => line['name'] === 'the engine ended')).toBe(true);
  });

  it('that died with the engine is not asked about when the window is closed', async () => {
    const ycm = await startYcm();
    const app = await launch();
    await connect(app, ycm);
    ycm.always({ on: 'create', kind: 'delay', ms: 400 });
    await beginRun(app, sheet('clean.csv'), 12);
    await expect.poll(() => ycm.accepted().length).toBeGreaterThan(0);
    // Cancelled, if it were asked.
    await answerDialogs(app, { button: 2 });
    await killEngine(app);
    await app.page.getByRole('heading', { name: 'Runs to finish' }).waitFor();
    await closeWindow(app);
    expect(await app.ended).toBe(0);
  });
});
