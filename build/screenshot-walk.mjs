/** The way through the app on which the pictures are taken, the same in every language: by commands, not by words. */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { OUT, ROOT } from './steps.mjs';

const SIZE = { width: 1280, height: 800 };
const LIMIT_MS = 30_000;
const RUN_LIMIT_MS = 60_000;

/**
 * Goes to every screen and state in one language, light and dark, and calls `camera(page, name, theme, electron)` there.
 * The tests go the same way with axe in place of a camera.
 */
export async function walk({ language, camera, themes = ['light', 'dark'] }) {
  const home = mkdtempSync(path.join(os.tmpdir(), 'pbx-orders-'));
  const app = await openApp(home);
  const ycm = await startYcm();
  try {
    await app.set({ language, operator: 'Kim Lee', timeZone: 'Europe/Berlin' });
    const stage = { ...app, shoot: shooting(app, camera, themes), ycm, sheet: (name) => sheetIn(home, name) };
    await beginnings(stage);
    await review(stage);
    await sandboxRun(stage);
    await production(stage);
    await places(stage);
  } finally {
    await app.close();
    ycm.child.kill();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function beginnings({ shoot, tell, page, open, sheet }) {
  await shoot('start');
  await tell('palette');
  await page.locator('[role=dialog]').waitFor();
  await shoot('commands');
  await leaveDialog(page);
  await tell('help');
  await page.locator('[role=dialog]').waitFor();
  await shoot('keyboard');
  await leaveDialog(page);
  await shoot('cannot-open', async () => {
    await open(sheet('not-a-workbook.xlsx'));
    await page.locator('.notice-error').first().waitFor();
  });
}

async function review({ shoot, tell, page, open, sheet }) {
  await open(sheet('northwind-order-form.xlsx'));
  await page.locator('[role=grid], .columns-table, table').first().waitFor();
  await tell('step-columns');
  await shoot('columns');
  await open(sheet('march-orders.csv'));
  await tell('step-review');
  await page.locator('[role=grid]').waitFor();
  await shoot('review');
  await tell('next-problem');
  await shoot('review-cell');
  await tell('find');
  await shoot('review-find');
  await tell('find');
  await page.keyboard.press('Escape');
  await page.locator('.problem-group button:not(.problem-button)').first().click();
  await page.locator('[role=dialog], [role=alertdialog]').waitFor();
  await shoot('review-repairs');
  await leaveDialog(page);
}

async function sandboxRun({ shoot, tell, page, open, sheet }) {
  await open(sheet('new-branches.csv'));
  await page.locator('[role=grid]').waitFor();
  await shoot('review-ready');
  await tell('step-plan');
  await page.locator('.figures').waitFor();
  await shoot('plan');
  await tell('create');
  await runIs(page, 'finished');
  await tell('step-create');
  await shoot('finished');
  await tell('step-results');
  await shoot('results');
}

/** An account of its own, slow enough to look at, with an answer that never comes. */
async function production({ shoot, tell, page, open, sheet, ycm, addAccount }) {
  await addAccount('Northwind Telecom', ycm);
  await open(sheet('northwind-order-form.xlsx'));
  await tell('step-plan');
  await page.locator('.connection-choice button').first().click();
  await page.locator('[role=option]').nth(1).click();
  await page.locator('.connection-banner-production').waitFor();
  await shoot('plan-production');
  await tell('create');
  const count = page.locator('[role=dialog] input, [role=alertdialog] input');
  await count.waitFor();
  await shoot('plan-production-question');
  await leaveDialog(page);

  await open(sheet('spring-branches.csv'));
  await tell('step-plan');
  await page.locator('.connection-choice button').first().click();
  await page.locator('[role=option]').nth(1).click();
  await page.locator('.connection-banner-production').waitFor();
  await ycm.fault({ always: { on: 'create', kind: 'delay', ms: 700 } });
  await tell('create');
  await count.waitFor();
  await count.fill((await createdCount(page)) ?? '12');
  await page.keyboard.press('Enter');
  await runIs(page, 'running', 4);
  await tell('pause');
  await runIs(page, 'paused');
  // The engine knows it a moment before the page does.
  await page.locator('.progress-paused').waitFor();
  await shoot('create-paused');
  await tell('stop');
  await page.locator('[role=dialog], [role=alertdialog]').waitFor();
  await shoot('create-stop');
  await leaveDialog(page);
  await ycm.fault({ always: { on: 'create', kind: 'delay', ms: 2000 } });
  await tell('pause');
  await runIs(page, 'running', 6);
  await shoot('create');
  await ycm.fault({ always: null });
  await ycm.fault({ push: { on: 'create', kind: 'drop-before' } });
  await runIs(page, 'stopped');
  await tell('step-results');
  await shoot('results-unconfirmed');
  await tell('reconcile');
  await page.locator('.candidate').first().waitFor();
  await shoot('reconcile');
}

async function places({ shoot, tell, page }) {
  await tell('history');
  await page.locator('.history-table').waitFor();
  await shoot('history');
  await tell('connections');
  await page.locator('.connection-list').waitFor();
  await shoot('connections');
  await page.locator('.connection-item').nth(1).locator('.connection-buttons button').nth(2).click();
  await page.locator('[role=dialog]').waitFor();
  await shoot('connection');
  await leaveDialog(page);
  await tell('settings');
  await shoot('settings');
  await tell('step-open');
  await shoot('start-again');
}

async function leaveDialog(page) {
  await page.keyboard.press('Escape');
  await page.locator('[role=dialog], [role=alertdialog]').waitFor({ state: 'detached' });
}

/** Waits until the newest run is in a state, and has created so many at least. */
async function runIs(page, state, created = 0) {
  const newest = () =>
    page.evaluate(async () => {
      const { value } = await window.pbxOrders.runs({ search: '' });
      return value?.[0];
    });
  for (const end = Date.now() + RUN_LIMIT_MS; Date.now() < end; await page.waitForTimeout(100)) {
    const run = await newest();
    if (run?.state === state && run.totals.created >= created) return;
  }
  throw new Error(`The run did not come to be ${state}.`);
}

/** The number the question before a production run wants typed. */
async function createdCount(page) {
  return /\d+/.exec(
    await page.locator('[role=dialog] label, [role=alertdialog] label').first().innerText(),
  )?.[0];
}

/** `set` is done before each, where changing the theme undoes what is to be seen. */
function shooting({ page, tell, electron }, camera, themes) {
  return async (name, set = async () => {}) => {
    for (const theme of themes) {
      await tell(`theme-${theme}`);
      await page.waitForFunction((theme) => document.documentElement.dataset.theme === theme, theme);
      await set();
      await page.evaluate(() =>
        Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {}))),
      );
      await camera(page, name, theme, electron);
    }
  };
}

async function openApp(home) {
  const { _electron } = await import('playwright');
  const env = { ...process.env, LANG: 'en_US.UTF-8', PBX_ORDERS_DATA: path.join(home, 'data') };
  const electron = await _electron.launch({
    args: ['--force-color-profile=srgb', ROOT],
    env,
    timeout: 30_000,
  });
  const page = await electron.firstWindow();
  page.setDefaultTimeout(LIMIT_MS);
  await electron.evaluate(({ BrowserWindow, dialog }, size) => {
    BrowserWindow.getAllWindows()[0].setContentSize(size.width, size.height);
    // A run under way when it is closed goes on without a window, and a paused one is stopped.
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
  }, SIZE);
  /** Does what the menu item of that name does. */
  const tell = (action) =>
    electron.evaluate(
      ({ Menu }, action) => Menu.getApplicationMenu().getMenuItemById(action).click(),
      action,
    );
  const open = async (file) => {
    await electron.evaluate(({ dialog }, file) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
    }, file);
    await tell('open');
    await page.waitForTimeout(400);
  };
  const set = async (change) => {
    await page.evaluate(async (change) => {
      const { value } = await window.pbxOrders.home({});
      await window.pbxOrders.saveSettings({ settings: { ...value.settings, ...change } });
    }, change);
    await page.reload();
    await page.locator('h1').waitFor();
  };
  const addAccount = async (name, { baseUrl, clientId, clientSecret: secret }) => {
    await page.evaluate(
      async (account) => {
        await window.pbxOrders.saveConnection(account);
        await window.pbxOrders.syncCatalog({ connection: account.name });
      },
      { name, baseUrl, clientId, secret },
    );
    await page.reload();
    await page.locator('h1').waitFor();
  };
  return { electron, page, tell, open, set, addAccount, close: () => electron.close() };
}

/** Some are the collection's own, under the names people give them; some are made to show something. */
function sheetIn(home, name) {
  const folder = path.join(home, 'Orders');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  const fixtures = path.join(ROOT, 'test', 'fixtures', 'sheets');
  const sources = {
    'march-orders.csv': path.join(ROOT, 'samples', 'needs-fixing.csv'),
    'new-branches.csv': path.join(ROOT, 'samples', 'new-branches.csv'),
    'spring-branches.csv': path.join(fixtures, 'clean.csv'),
    'northwind-order-form.xlsx': path.join(fixtures, 'northwind-order-form.xlsx'),
  };
  if (sources[name]) copyFileSync(sources[name], file);
  else writeFileSync(file, '%PDF-1.7\n');
  return file;
}

/** A YCM of its own, scripted over HTTP. */
async function startYcm() {
  const data = mkdtempSync(path.join(os.tmpdir(), 'pbx-orders-ycm-'));
  const args = [path.join(OUT, 'cli.cjs'), 'sandbox', '--json', '--data', data];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  child.once('exit', () => rmSync(data, { recursive: true, force: true }));
  const line = await new Promise((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk))));
  const { baseUrl, clientId, clientSecret } = JSON.parse(line);
  const fault = async (body) => {
    const headers = { Authorization: `Bearer ${clientSecret}`, 'Content-Type': 'application/json' };
    const url = new URL('/sandbox/faults', baseUrl);
    const { ok } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!ok) throw new Error(`The sandbox refused ${JSON.stringify(body)}`);
  };
  return { child, baseUrl, clientId, clientSecret, fault };
}
