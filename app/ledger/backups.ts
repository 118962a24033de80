import fs from 'node:fs';
import path from 'node:path';
import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { stampOf } from './stamp';

const KEPT = 14;
const DAY_MS = 86_400_000;
const NAME = /^ledger-\d{8}-\d{6}\.db$/;

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
  fs.mkdirSync(folderOf(dataDir), { recursive: true });
  const target = path.join(folderOf(dataDir), `ledger-${stampOf(now)}.db`);
  const partial = `${target}.partial`;
  fs.rmSync(partial, { force: true });
  db.prepare('vacuum into ?').run(partial);
  fs.renameSync(partial, target);
  for (const old of backupsIn(dataDir).slice(KEPT)) fs.rmSync(old, { force: true });
  return target;
}

export function isBackupDue(dataDir: string, now: number): boolean {
  const [newest] = backupsIn(dataDir);
  return (
    !newest ||
    now - fs.statSync(newest).mtimeMs >= DAY_MS ||
    path.basename(newest) > `ledger-${stampOf(now)}.db`
  );
}

/** The newest copy that opens and passes SQLite's own check. */
export function newestGoodBackup(dataDir: string, isGood: (file: string) => boolean): string | null {
  return backupsIn(dataDir).find(isGood) ?? null;
}
