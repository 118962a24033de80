import path from 'node:path';
import { setImmediate as afterIo } from 'node:timers/promises';
import { app, dialog, nativeTheme, safeStorage, session, type BrowserWindow } from 'electron';
import type { HomeView, Reply, RunSummary, Settings, SheetView } from '../engine/contract';
import { isDevelopmentRuntime } from './app-folders';
import { Closing } from './closing';
import { CrashCount } from './crash-count';
import { EngineHost } from './engine-host';
import { answerWindow, tellWindow } from './ipc';
import { lockSession } from './lockdown';
import { openLog, type Log } from './log-file';
import { built, makeWindow } from './main-window';
import { setMenu } from './menu';
import { RequestSessions } from './request-sessions';
import { RunWatch } from './run-watch';
import { SecretStore } from './secret-store';
import { sendRequest } from './send-request';
import { servePage } from './serve-page';
import { shellCommands } from './shell-commands';
import { shellWords, type ShellWords } from './shell-words';
import { systemSignals } from './system-signals';
import { factsOf } from './trouble';
import { userName } from './user-name';

declare const __VERSION__: string;

/** The running app: one window, one engine, and everything between them. */
export class Shell {
  private readonly log: Log;
  private engine: EngineHost | null = null;
  private window: BrowserWindow | null = null;
  private settings: Settings | null = null;
  private home: HomeView | null = null;
  /** Resolves when it is known what the window begins with. */
  private begun: Promise<void> = Promise.resolve();
  private readonly runs: RunWatch;
  private readonly closing: Closing;
  /** Opened as soon as there is a window that can show it. */
  private pending: string | null = null;
  private pageReady = false;
  private readonly pageCrashes = new CrashCount(3, Date.now);

  constructor(private readonly dataDir: string) {
    this.log = openLog(path.join(dataDir, 'logs'), Date.now);
    const window = (): BrowserWindow | null => this.window;
    const words = (): ShellWords => this.words();
    this.runs = new RunWatch(systemSignals(window, words, () => this.closing.runEnded()));
    this.closing = new Closing({
      runs: this.runs,
      window,
      words,
      stopRun: async (runId) => void (await this.engine?.command('stopRun', { runId })),
      closeEngine: async () => this.engine?.close(),
    });
  }

  /** Once the app is ready. */
  start(): void {
    lockSession(session.defaultSession);
    servePage(built('renderer'));
    this.engine = this.startEngine();
    const engine = this.engine;
    const shell = shellCommands({
      engine,
      window: () => this.window,
      words: () => this.words(),
      dataDir: this.dataDir,
      openSheet: (file) => this.openSheet(file),
    });
    answerWindow(
      {
        shell,
        engine: async (name, input) => {
          const reply = await engine.command(name, input);
          setImmediate(() => this.observe(name, reply));
          return reply;
        },
      },
      () => (this.window && !this.window.isDestroyed() ? this.window.webContents.id : null),
      (verb, code) => this.log('request refused', { verb, code }),
    );
    // While the window loads; it begins with this.
    this.begun = this.begin(engine);
    this.show();
    this.log('started', { version: __VERSION__, electron: process.versions.electron ?? '' });
  }

  private async begin(engine: EngineHost): Promise<void> {
    const reply = await engine.askAhead('home', {});
    // What the window waits for goes out to it first.
    await afterIo();
    this.observe('home', reply);
  }

  /** Brings the window to the front; makes one when there is none. */
  show(): void {
    if (!app.isReady() || !this.engine) return;
    this.closing.shown();
    if (!this.window) {
      this.openWindow();
      return;
    }
    if (this.window.isMinimized()) this.window.restore();
    this.window.show();
    this.window.focus();
  }

  /** Opens an order sheet and shows it, now or when the window is there. */
  open(file: string): void {
    this.pending = file;
    if (this.pageReady) void this.openPending();
    else this.show();
  }

  /** Something nobody foresaw: written down, and told without its details. */
  async unforeseen(error: unknown): Promise<void> {
    this.log('trouble', factsOf(error));
    if (!app.isReady()) return;
    const w = this.words();
    await this.tellPerson('error', w.trouble, w.troubleDetail);
  }

  windowClosed(): void {
    // A Mac app lives on without a window, but not at the price of a ledger nobody else may write.
    app.quit();
  }

  quitting(event: { preventDefault(): void }): void {
    this.closing.quitting(event);
  }

  private startEngine(): EngineHost {
    const secrets = new SecretStore(path.join(this.dataDir, 'secrets.json'), safeStorage);
    const sessions = new RequestSessions();
    return new EngineHost(
      built('engine.cjs'),
      {
        dataDir: this.dataDir,
        version: __VERSION__,
        osUser: userName(),
        samplesDir: path.join(app.getAppPath(), 'samples'),
        developmentRuntime: isDevelopmentRuntime(process.execPath),
      },
      {
        secret: (ask) => secrets.answer(ask),
        http: (ask, tell) => sendRequest(ask, sessions, tell),
        event: (event) => {
          if (event.type === 'run-state') this.logRun(event.run);
          this.runs.hear(event);
          this.closing.hear(event);
          tellWindow(this.window, 'event', event);
        },
        trouble: (facts) => this.log('trouble', facts),
        crashed: (restarted) => void this.engineCrashed(restarted),
      },
      Date.now,
    );
  }

  private logRun({ id, state, totals }: RunSummary): void {
    const { created, rejected, unconfirmed, notSent } = totals;
    this.log('run', { id, state, created, rejected, unconfirmed, notSent });
  }

  private openWindow(): void {
    const boundsFile = path.join(this.dataDir, 'window.json');
    const window = makeWindow(built('preload.cjs'), boundsFile, this.begun, () => {
      if (!this.home) this.refreshMenu();
    });
    this.window = window;
    window.on('close', (event) => this.closing.closingWindow(event));
    window.on('closed', () => {
      this.window = null;
      this.pageReady = false;
    });
    window.webContents.on('did-start-loading', () => (this.pageReady = false));
    window.webContents.on('did-finish-load', () => {
      this.pageReady = true;
      void this.openPending();
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      this.log('window gone', { reason });
      if (reason === 'clean-exit') return;
      if (this.pageCrashes.mayRestart()) window.webContents.reload();
      else void this.unforeseen(new Error('the window ended several times'));
    });
  }

  private async openPending(): Promise<void> {
    const file = this.pending;
    this.pending = null;
    if (file !== null) tellWindow(this.window, 'sheet', await this.openSheet(file));
  }

  private async openSheet(file: string): Promise<Reply<SheetView>> {
    if (!this.engine) throw new Error('opened before the start');
    app.addRecentDocument(file);
    return this.engine.command('openDropped', { path: file });
  }

  /** What passes by on its way to the window and matters to the shell too. */
  private observe(name: string, reply: Reply<unknown>): void {
    if (!reply.ok) return;
    if (name === 'home' && reply.value !== this.home) {
      this.home = reply.value as HomeView;
      this.take(this.home.settings);
    }
    if (name === 'saveSettings') this.take(reply.value as Settings);
  }

  private take(settings: Settings): void {
    this.settings = settings;
    if (nativeTheme.themeSource !== settings.theme) nativeTheme.themeSource = settings.theme;
    this.refreshMenu();
  }

  private refreshMenu(): void {
    setMenu(
      { words: this.words(), recent: this.home?.recent ?? [] },
      {
        act: (action) => tellWindow(this.window, 'menu', action),
        openRecent: async ({ sha256 }) => {
          const reply = await this.engine?.command('openRecent', { sha256 });
          if (reply) tellWindow(this.window, 'sheet', reply);
        },
      },
    );
  }

  private words(): ShellWords {
    return shellWords(this.settings?.language ?? 'system', app.isReady() ? app.getLocale() : '');
  }

  /** The window is loaded anew, because what it showed was in the engine that is gone. */
  private async engineCrashed(restarted: boolean): Promise<void> {
    this.runs.forget();
    this.closing.engineGone();
    const w = this.words();
    const message = restarted ? w.crashed : w.crashedForGood;
    const detail = restarted ? w.crashedDetail : w.crashedForGoodDetail;
    await this.tellPerson('warning', message, detail);
    if (restarted) this.window?.webContents.reload();
    else app.exit(1);
  }

  private async tellPerson(type: 'warning' | 'error', message: string, detail: string): Promise<void> {
    const box = { type, title: app.getName(), message, detail, buttons: [this.words().ok] };
    await (this.window ? dialog.showMessageBox(this.window, box) : dialog.showMessageBox(box));
  }
}
