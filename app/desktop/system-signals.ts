import { Notification, powerSaveBlocker, type BrowserWindow } from 'electron';
import type { RunSummary } from '../engine/contract';
import type { RunSurroundings } from './run-watch';
import type { ShellWords } from './shell-words';

/** Tells the system of runs: no sleep, the task bar's progress, a notification at the end. */
export function systemSignals(
  window: () => BrowserWindow | null,
  words: () => ShellWords,
  ended: (run: RunSummary) => void,
): RunSurroundings {
  let blocker: number | null = null;
  // Kept, or a click on it would find nothing once the garbage was collected.
  const shown = new Set<Notification>();
  return {
    keepAwake(on) {
      if (on) blocker ??= powerSaveBlocker.start('prevent-app-suspension');
      else if (blocker !== null) {
        powerSaveBlocker.stop(blocker);
        blocker = null;
      }
    },
    progress(share, paused) {
      window()?.setProgressBar(share ?? -1, { mode: paused ? 'paused' : 'normal' });
    },
    ended(run) {
      if (Notification.isSupported()) {
        const w = words();
        const title = run.state === 'finished' ? w.runEnded(run.sheetName) : w.runStopped(run.sheetName);
        const notification = new Notification({ title, body: w.runTotals(run.totals) });
        shown.add(notification);
        notification.on('click', () => window()?.show());
        notification.on('close', () => shown.delete(notification));
        notification.show();
      }
      ended(run);
    },
  };
}
