import { openRecent } from './sheet-actions';
import { go } from './navigate';
import { get, useWindow, type Step } from './window-store';

const KEY = 'last-place';
const RESUMED: readonly Step[] = ['columns', 'review', 'plan'];

/** Remembers which sheet is open and at which step, for the next start. What was changed in it the engine keeps. */
export function rememberPlace(): void {
  useWindow.subscribe((now, before) => {
    if (now.step === before.step && now.sheet?.file.sha256 === before.sheet?.file.sha256) return;
    if (now.sheet) localStorage.setItem(KEY, `${now.step} ${now.sheet.file.sha256}`);
  });
}

/** Goes where the operator was when the window was closed, unless something more urgent is waiting. */
export async function resumePlace(): Promise<void> {
  const [place, sha256] = (localStorage.getItem(KEY) ?? '').split(' ');
  const step = RESUMED.find((one) => one === place);
  const { home, sheet, working } = get();
  if (!step || !home || sheet || working || get().place !== 'open' || home.unfinished.length > 0) return;
  if (!home.recent.some((one) => one.sha256 === sha256 && one.found)) return;
  await openRecent(sha256 ?? '');
  if (get().sheet?.file.sha256 === sha256) go(step);
}
