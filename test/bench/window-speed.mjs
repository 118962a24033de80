/** Starts the real app and measures what a person sees of it; prints rows of results as JSON. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from 'playwright';
import { ROOT } from '../../build/steps.mjs';
import { median } from './measuring.mjs';

const { file, rows, rounds } = JSON.parse(process.argv[2]);
const folder = mkdtempSync(path.join(os.tmpdir(), 'pbx-orders-bench-window-'));
const BARE = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile('index.html'));`;
const EDITS = 40;

async function launch(target, data) {
  const env = { ...process.env, LANG: 'en_US.UTF-8', PBX_ORDERS_DATA: path.join(folder, data) };
  const electron = await _electron.launch({ args: [target], env });
  return { electron, page: await electron.firstWindow() };
}

/**
 * From the start of the process until there is something to use, in milliseconds: until the page has drawn a frame with it
 * and the window is shown. The page itself looks at every frame; Playwright would look at growing intervals, up to 500 ms.
 */
async function startTime(target, data, usable) {
  const { electron, page } = await launch(target, data);
  const drawn = await page.evaluate(
    (selector) =>
      new Promise((resolve) => {
        const look = () => {
          if (!document.querySelector(selector)) requestAnimationFrame(look);
          // The next frame begins when this one has been drawn.
          else requestAnimationFrame(() => resolve(Date.now()));
        };
        look();
      }),
    usable,
  );
  const { begun, shown } = await electron.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const late = !window.isVisible();
    if (late) await new Promise((resolve) => window.once('show', resolve));
    return { begun: process.getCreationTime(), shown: late ? Date.now() : 0 };
  });
  await electron.close();
  return Math.max(drawn, shown) - begun;
}

async function starts() {
  const bare = path.join(folder, 'bare');
  mkdirSync(bare);
  writeFileSync(path.join(bare, 'package.json'), '{ "name": "bare", "main": "main.cjs" }');
  writeFileSync(path.join(bare, 'main.cjs'), BARE);
  writeFileSync(path.join(bare, 'index.html'), '<!doctype html><h1>Bare</h1>');
  const times = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    times.ours.push(await startTime(ROOT, 'start', '.shell[aria-busy="false"] h1'));
    times.bare.push(await startTime(bare, 'bare-data', 'h1'));
  }
  return { ours: median(times.ours), bare: median(times.bare) };
}

/** Chooses the file in the window, and says after how long its first rows and then all of it could be seen. */
async function opening({ electron, page }) {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, file);
  await page.evaluate(() => {
    window.seen = {};
    const look = () => {
      for (const [name, selector] of [
        ['first', '.first-rows tr'],
        ['all', '[role="grid"] [role="row"] .cell-text'],
      ]) {
        if (!(name in window.seen) && document.querySelector(selector)) {
          window.seen[name] = performance.now();
        }
      }
      if (!('all' in window.seen)) requestAnimationFrame(look);
    };
    addEventListener('click', () => (window.seen.begun ??= performance.now()), { capture: true });
    look();
  });
  await page
    .getByRole('button', { name: /^Choose/ })
    .first()
    .click();
  await page.waitForFunction(() => 'all' in window.seen, null, { timeout: 60_000 });
  const { begun, first, all } = await page.evaluate(() => window.seen);
  return { first: (first ?? all) - begun, all: all - begun };
}

/** Each time in an app just started, on a data folder that nothing was opened in before. */
async function openings() {
  const times = { first: [], all: [] };
  for (let round = 0; round < rounds; round++) {
    const app = await launch(ROOT, `open-${round}`);
    await app.page.locator('.shell[aria-busy="false"] h1').waitFor();
    const { first, all } = await opening(app);
    await app.electron.close();
    times.first.push(first);
    times.all.push(all);
  }
  return { first: median(times.first), all: median(times.all) };
}

/**
 * The times between frames while something is done, and of a trace the page's longest task: by the clock, and the
 * processor time in it, which is the page's own doing whatever else the machine is at.
 */
async function frames({ electron, page }, doing) {
  await electron.evaluate(({ contentTracing }) =>
    contentTracing.startRecording({ included_categories: ['toplevel', 'devtools.timeline'] }),
  );
  await page.evaluate(() => {
    const record = { deltas: [], on: true };
    window.record = record;
    let last = performance.now();
    const step = (now) => {
      record.deltas.push(now - last);
      last = now;
      if (record.on) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  await doing();
  const { deltas } = await page.evaluate(() => {
    window.record.on = false;
    return window.record;
  });
  const trace = await electron.evaluate(({ contentTracing }) => contentTracing.stopRecording());
  const sorted = deltas.slice(2).sort((a, b) => a - b);
  return { p95: sorted[Math.floor(sorted.length * 0.95)], max: sorted.at(-1), ...longestTask(trace) };
}

/** Of the thread on which pages are laid out and scripted; milliseconds. */
function longestTask(traceFile) {
  const { traceEvents } = JSON.parse(readFileSync(traceFile, 'utf8'));
  rmSync(traceFile, { force: true });
  const main = new Set(
    traceEvents
      .filter((one) => one.name === 'thread_name' && one.args?.name === 'CrRendererMain')
      .map((one) => `${one.pid} ${one.tid}`),
  );
  const tasks = traceEvents.filter(
    (one) => one.name.endsWith('RunTask') && one.ph === 'X' && main.has(`${one.pid} ${one.tid}`),
  );
  const longest = (key) => tasks.reduce((most, one) => Math.max(most, one[key] ?? 0), 0) / 1000;
  return { task: longest('dur'), taskCpu: longest('tdur') };
}

async function scroll(page) {
  await page.locator('[role="grid"]').hover();
  for (let at = 0; at < 90; at++) {
    await page.mouse.wheel(0, at % 30 === 29 ? 60_000 : 240);
    await page.waitForTimeout(30);
  }
}

async function type(page) {
  await page.locator('[role="gridcell"]').nth(2).click();
  for (let at = 0; at < EDITS; at++) {
    await page.keyboard.type(`Branch ${at}`, { delay: 25 });
    await page.keyboard.press('Enter');
  }
}

const row = (title, who, ms, goals = []) => ({
  comparison: 'window',
  title,
  per: null,
  rows: title.startsWith('start') ? null : rows,
  who,
  ms,
  cpuMs: null,
  peakMb: null,
  goals: goals.map(([what, value, most]) => ({ what, value, most, met: value <= most })),
});

try {
  const opened = await openings();
  const app = await launch(ROOT, 'frames');
  await app.page.locator('.shell[aria-busy="false"] h1').waitFor();
  await opening(app);
  const idle = await frames(app, () => app.page.waitForTimeout(3000));
  const scrolled = await frames(app, () => scroll(app.page));
  const typed = await frames(app, () => type(app.page));
  await app.electron.close();
  const started = await starts();
  const frameRow = (what, who, { p95, max, task, taskCpu }, judged) => ({
    ...row(`frames ${what}: 95 % within`, who, p95, [
      ...(judged
        ? [
            ['ms for 95 %', p95, 17],
            ['ms for the longest', max, 50],
          ]
        : []),
      ['ms, the page’s longest task', task, 50],
      ['ms of processor time in one', taskCpu, 50],
    ]),
    cpuMs: taskCpu,
  });
  const results = [
    row('choose a CSV in the window', 'first rows seen', opened.first, [
      ['of the whole load', opened.first / opened.all, 0.1],
    ]),
    row('choose a CSV in the window', 'the whole load', opened.all),
    frameRow('at rest', 'ours', idle, false),
    frameRow('while scrolling', 'ours', scrolled, true),
    frameRow('while typing', 'ours', typed, true),
    row('start to usable window', 'ours', started.ours, [
      ['of a bare Electron window', started.ours / started.bare, 1.5],
    ]),
    row('start to usable window', 'bare Electron window', started.bare),
  ];
  process.stdout.write(`${JSON.stringify(results)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
