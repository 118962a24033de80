import fs from 'node:fs';
import path from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { folderToDisk, toDisk } from './ledger-file';
import { stampOf } from './stamp';

const DAY_MS = 86_400_000;
const PARTIAL = /^ledger-.*\.partial(-journal)?$/;
const NAME = /^ledger-(\d{6})(\d{2})-\d{6}\.db$/;
/** What is kept: the newest copies, and the newest of each of the last days and months that have any. */
const KEPT = { newest: 3, days: 14, months: 12 };

const folderOf = (dataDir: string): string => path.join(dataDir, 'backups');

/** Full paths, newest first. */
export function backupsIn(dataDir: string): string[] {
  const folder = folderOf(dataDir);
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder).filter((name) => NAME.test(name));
  return names
    .sort()
    .reverse()
    .map((name) => path.join(folder, name));
}

/** Copies the whole ledger, as of now, into a dated file and drops the oldest copies; yields its path. */
export function backUp(db: DatabaseSyncInstance, dataDir: string, now: number): string {
  const folder = folderOf(dataDir);
  fs.mkdirSync(folder, { recursive: true });
  // Half of a copy, left by a crash, is as large as the ledger and of no use.
  for (const name of fs.readdirSync(folder))
    if (PARTIAL.test(name)) fs.rmSync(path.join(folder, name), { force: true });
  const target = path.join(folder, `ledger-${stampOf(now)}.db`);
  const partial = `${target}.partial`;
  db.prepare('vacuum into ?').run(partial);
  fs.chmodSync(partial, fs.statSync(path.join(dataDir, 'ledger.db')).mode & 0o777);
  toDisk(partial);
  fs.renameSync(partial, target);
  folderToDisk(folder);
  for (const old of superseded(backupsIn(dataDir))) fs.rmSync(old, { force: true });
  return target;
}

/** Of copies, newest first, those that need not be kept. */
function superseded(backups: readonly string[]): string[] {
  const days = new Set<string>();
  const months = new Set<string>();
  return backups.filter((file, age) => {
    const [, month = '', day = ''] = NAME.exec(path.basename(file)) ?? [];
    const firstOfDay = !days.has(month + day) && days.add(month + day).size <= KEPT.days;
    const firstOfMonth = !months.has(month) && months.add(month).size <= KEPT.months;
    return age >= KEPT.newest && !firstOfDay && !firstOfMonth;
  });
}

export function isBackupDue(dataDir: string, now: number): boolean {
  const [newest] = backupsIn(dataDir);
  if (!newest) return true;
  const name = path.basename(newest);
  // A copy of the future means that the clock was set back.
  return name <= `ledger-${stampOf(now - DAY_MS)}.db` || name > `ledger-${stampOf(now)}.db`;
}

/** The newest copy that opens and passes SQLite's own check. */
export function newestGoodBackup(dataDir: string, isGood: (file: string) => boolean): string | null {
  return backupsIn(dataDir).find(isGood) ?? null;
}
