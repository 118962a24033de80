import { app, dialog, type BrowserWindow } from 'electron';
import type { EngineEvent, RunSummary } from '../engine/contract';
import type { RunWatch } from './run-watch';
import type { ShellWords } from './shell-words';

export type ClosingContext = {
  runs: RunWatch;
  window: () => BrowserWindow | null;
  words: () => ShellWords;
  stopRun: (runId: string) => Promise<void>;
  closeEngine: () => Promise<void>;
};

/**
 * Ends the app without cutting an order off or losing work: asks while a run is under way, or while what was done to a
 * sheet can't be saved, then lets the engine finish.
 */
export class Closing {
  /** `background`: goes on without a window and ends with the run; `stopping`: ends after the current order. */
  private state: 'open' | 'asking' | 'background' | 'stopping' | 'ending' | 'ended' = 'open';

  private unsaved = false;

  constructor(private readonly context: ClosingContext) {}

  hear(event: EngineEvent): void {
    if (event.type === 'unsaved') this.unsaved = event.message !== null;
  }

  /** What it had not saved is gone with it. */
  engineGone(): void {
    this.unsaved = false;
  }

  /** The window is about to close. */
  closingWindow(event: { preventDefault(): void }): void {
    if (this.mayClose()) return;
    event.preventDefault();
    void this.ask();
  }

  /** The app is about to quit. */
  quitting(event: { preventDefault(): void }): void {
    if (this.state === 'ended') return;
    event.preventDefault();
    if (this.mayClose()) void this.end();
    else void this.ask();
  }

  /** The window was called back: what was said about the background no longer holds. */
  shown(): void {
    if (this.state === 'background') this.state = 'open';
  }

  /** A run came to its end; was it what the app waited for? */
  runEnded(): void {
    const waiting = this.state === 'background' || this.state === 'stopping';
    if (waiting && this.context.runs.runs.length === 0) void this.end();
  }

  private mayClose(): boolean {
    const nothingLeft = this.context.runs.runs.length === 0 && !this.unsaved;
    return nothingLeft || this.state === 'ending' || this.state === 'ended';
  }

  private async ask(): Promise<void> {
    const window = this.context.window();
    const run = this.context.runs.runs[0];
    if (!window || this.state === 'asking' || this.state === 'stopping') return;
    this.state = 'asking';
    if (!run) {
      if (await closesUnsaved(window, this.context.words())) await this.end();
      else this.state = 'open';
      return;
    }
    const choice = await chosenIn(window, this.context.words(), run);
    if (choice === 'cancel') this.state = 'open';
    else if (this.context.runs.runs.length === 0) await this.end();
    else if (choice === 'background') {
      this.state = 'background';
      window.hide();
    } else {
      this.state = 'stopping';
      for (const { id } of this.context.runs.runs) await this.context.stopRun(id);
    }
  }

  private async end(): Promise<void> {
    if (this.state === 'ending' || this.state === 'ended') return;
    this.state = 'ending';
    this.context.window()?.hide();
    await this.context.closeEngine();
    this.state = 'ended';
    app.quit();
  }
}

type Choice = 'background' | 'stop' | 'cancel';

/** A paused run would never end in the background, so that is not offered for one. */
async function chosenIn(window: BrowserWindow, w: ShellWords, run: RunSummary): Promise<Choice> {
  const paused = run.state === 'paused';
  const { sheetName, totals } = run;
  const choices: [Choice, string][] = paused
    ? [['stop', w.closingClose]]
    : [
        ['background', w.closingBackground],
        ['stop', w.closingStop],
      ];
  choices.push(['cancel', w.closingCancel]);
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: w.closingTitle,
    message: paused ? w.closingPaused(sheetName, totals.notSent) : w.closing(sheetName, totals.notSent),
    detail: paused ? w.closingPausedDetail : w.closingDetail,
    buttons: choices.map(([, label]) => label),
    defaultId: choices.length - 1,
    cancelId: choices.length - 1,
    noLink: true,
  });
  return choices[response]?.[0] ?? 'cancel';
}

async function closesUnsaved(window: BrowserWindow, w: ShellWords): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: w.unsavedTitle,
    message: w.unsaved,
    detail: w.unsavedDetail,
    buttons: [w.unsavedClose, w.closingCancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}
