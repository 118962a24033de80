import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

const LARGEST = 1024 * 1024;
const KEPT = 3;

/** Facts that may be written down: never a secret, never the content of a sheet. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>;
export type Log = (what: string, facts?: LogFacts) => void;

/** The app's log: one JSON object a line, a new file at a MiB, three old ones kept. Trouble with it never stops anything. */
export function openLog(folder: string, now: () => number): Log {
  const file = path.join(folder, 'pbx-orders.log');
  return (what, facts = {}) => {
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) rotate(file);
      const line = JSON.stringify({ at: new Date(now()).toISOString(), what, ...facts });
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    } catch {
      // There is nowhere to tell it.
    }
  };
}

function rotate(file: string): void {
  const old = (age: number): string => file.replace(/\.log$/, `.${age}.log`);
  rmSync(old(KEPT), { force: true });
  for (let age = KEPT - 1; age >= 1; age -= 1) {
    if (statSync(old(age), { throwIfNoEntry: false })) renameSync(old(age), old(age + 1));
  }
  renameSync(file, old(1));
}
