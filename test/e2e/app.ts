/** The real app, started for one test with a data folder of its own, and ended with it whatever happens. */
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { expect, onTestFinished } from 'vitest';

export const ROOT = path.resolve(import.meta.dirname, '..', '..');
const WITH_KEYCHAIN = path.join(import.meta.dirname, 'with-keychain.cjs');
const START_LIMIT_MS = 30_000;
const END_LIMIT_MS = 15_000;

export type LaunchOptions = {
  /** Program arguments after the app itself. */
  args?: string[];
  /** An earlier test app's folder, to start again where it was. */
  dataDir?: string;
  env?: Record<string, string>;
  /** Let it use the system's keychain, which Playwright keeps from whatever it starts. */
  keychain?: boolean;
  /** A packaged app instead of the checkout. */
  executable?: string;
};
export type App = {
  electron: ElectronApplication;
  page: Page;
  dataDir: string;
  /** What the window's console complained about. */
  complaints: string[];
  /** Resolves with the exit code once the app has ended. */
  ended: Promise<number | null>;
  log(): Record<string, unknown>[];
  close(): Promise<void>;
};

/** What ends the apps of the test under way. */
const running = new Set<() => Promise<void>>();

export async function launch(options: LaunchOptions = {}): Promise<App> {
  const dataDir = options.dataDir ?? freshFolder();
  const electron = await _electron.launch({
    args: [
      ...(options.keychain ? ['-r', WITH_KEYCHAIN] : []),
      ...(options.executable ? [] : [ROOT]),
      ...(options.args ?? []),
    ],
    ...(options.executable && { executablePath: options.executable }),
    env: { ...inherited(), LANG: 'en_US.UTF-8', PBX_ORDERS_DATA: dataDir, ...options.env },
    timeout: START_LIMIT_MS,
  });
  const child = electron.process();
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const close = (): Promise<void> => endApp(electron, child, ended);
  running.add(close);
  onTestFinished(close);
  const page = await electron.firstWindow({ timeout: START_LIMIT_MS });
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.waitForLoadState();
  await shown(electron, page);
  const log = (): Record<string, unknown>[] => readLog(dataDir);
  return { electron, page, dataDir, complaints, ended, log, close };
}

/** A person begins when there is a window, and something in it. */
async function shown(electron: ElectronApplication, page: Page): Promise<void> {
  await electron.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window && !window.isVisible()) await new Promise<void>((resolve) => window.once('show', resolve));
  });
  await page.locator('h1').first().waitFor();
}

/** Asks the app to quit; one that doesn't is killed with all it started. */
async function endApp(
  electron: ElectronApplication,
  child: ChildProcess,
  ended: Promise<unknown>,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const limit = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
  // Where it would ask about a run under way: stop it.
  await Promise.race([electron.evaluate(stopWhenAsked).catch(() => undefined), ended]);
  await Promise.race([electron.close().catch(() => undefined), ended]);
  await ended;
  clearTimeout(limit);
}

function stopWhenAsked({ dialog }: { dialog: Electron.Dialog }): void {
  dialog.showMessageBox = async (...args: unknown[]) => {
    const { buttons = [] } = args.at(-1) as { buttons?: string[] };
    return { response: Math.max(0, buttons.length - 2), checkboxChecked: false };
  };
}

function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || name.startsWith('VITEST') || name === 'NODE_OPTIONS' ? [] : [[name, value]],
  );
  return Object.fromEntries(entries) as Record<string, string>;
}

/** The Electron that runs the checkout. */
export function electronExecutable(): string {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  };
  return path.join(dist, names[process.platform] ?? 'electron');
}

/** A folder that is removed when the test ends. */
export function freshFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pbx-orders-e2e-'));
  onTestFinished(async () => {
    // An app may still be writing there.
    for (const close of running) await close();
    running.clear();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

/** A copy of one of the collection's sheets in a folder of its own; yields its full path. */
export function sheet(name: string): string {
  const file = path.join(freshFolder(), name);
  cpSync(path.join(ROOT, 'test', 'fixtures', 'sheets', name), file);
  return file;
}

/** The next dialogs are answered so, without being shown. Null: cancelled. */
export async function answerDialogs(
  { electron }: App,
  answers: { open?: string | null; save?: string | null; button?: number },
): Promise<void> {
  await electron.evaluate(({ dialog }, { open, save, button }) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { askedDialogs: asked });
    const note = (args: unknown[]): void => void asked.push(args.at(-1));
    dialog.showOpenDialog = async (...args: unknown[]) => {
      note(args);
      return { canceled: open == null, filePaths: open == null ? [] : [open] };
    };
    dialog.showSaveDialog = async (...args: unknown[]) => {
      note(args);
      return { canceled: save == null, filePath: save ?? '' };
    };
    dialog.showMessageBox = async (...args: unknown[]) => {
      note(args);
      return { response: button ?? 0, checkboxChecked: false };
    };
  }, answers);
}

/** The options of the dialogs that were answered since `answerDialogs`. */
export function askedDialogs({ electron }: App): Promise<{ title?: string; message?: string }[]> {
  return electron.evaluate(
    () => (globalThis as { askedDialogs?: { title?: string; message?: string }[] }).askedDialogs ?? [],
  );
}

function readLog(dataDir: string): Record<string, unknown>[] {
  const text = readFileSync(path.join(dataDir, 'logs', 'pbx-orders.log'), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** Fails when the window's console complained about anything. */
export function expectNoComplaints({ complaints }: App): void {
  expect(complaints).toEqual([]);
}
