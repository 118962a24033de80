import fs from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { authorOf } from './author';
import { backUp, isBackupDue, newestGoodBackup } from './backups';
import { HeadMark } from './head-mark';
import { isWhole, isWholeFile } from './integrity';
import type { Ledger, LedgerOptions } from './ledger';
import { LedgerError } from './ledger-error';
import { LedgerFile } from './ledger-file';
import { migrate } from './migrations';
import { openToRead } from './open-to-read';
import { settle } from './settle';
import { ledgerErrorOf, queriesOver } from './sqlite';
import { SqliteLedger } from './sqlite-ledger';
import { UnsavedAnswers } from './unsaved-answers';
import { takeWriterLock } from './writer-lock';

/**
 * Opens the ledger of a data folder, for one writer at a time or for any number of readers. A writer settles what an
 * interrupted one left: answers kept aside are taken in, and orders still `sending` become `unconfirmed`.
 * Throws LedgerError; a damaged file is set aside first.
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  return options.mode === 'write' ? openToWrite(options) : openToRead(options);
}

async function openToWrite(options: LedgerOptions): Promise<Ledger> {
  const { dataDir, now } = options;
  const file = new LedgerFile(dataDir);
  const mark = new HeadMark(dataDir);
  const notices: string[] = [];
  let releaseLock = (): void => {};
  let db: DatabaseSyncInstance | null = null;
  try {
    // Customers' names are nobody else's on this computer; a folder that is shared already stays so.
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    releaseLock = takeWriterLock(dataDir);
    refuseMissing(file, mark, options);
    db = openChecked(file, mark, options);
    migrate(db, file.path);
    const unsaved = new UnsavedAnswers(dataDir);
    const queries = queriesOver(db);
    await settle({ queries, mark, unsaved, notices, at: now(), author: authorOf(options) });
    file.remember();
    const release = (): void => {
      mark.close();
      releaseLock();
    };
    backUpWhenDue(db, options, notices);
    return new SqliteLedger({ db, queries, file, mark, unsaved, options, notices, release });
  } catch (error) {
    db?.close();
    mark.close();
    releaseLock();
    throw ledgerErrorOf(error, file.path);
  }
}

/** A ledger that was there and is not: said once, then a new one may begin. */
function refuseMissing(file: LedgerFile, mark: HeadMark, { now, dataDir }: LedgerOptions): void {
  if (fs.existsSync(file.path)) return;
  if (fs.existsSync(`${file.path}-wal`)) file.setAside('lost', now());
  const last = mark.read();
  if (!last || last.told) return;
  mark.told();
  throw new LedgerError('missing', { path: file.path, ...backupFact(dataDir) });
}

/** Opens and checks the file; one that is not whole is moved aside and reported. */
function openChecked(
  file: LedgerFile,
  mark: HeadMark,
  { dataDir, now }: LedgerOptions,
): DatabaseSyncInstance {
  let db: DatabaseSyncInstance | null = null;
  try {
    // To SQLite an empty file is a new database, whose log it deletes; to us it is one that lost everything.
    const emptied = fs.existsSync(file.path) && fs.statSync(file.path).size <= 1 && mark.read() !== null;
    if (emptied) throw new LedgerError('damaged', { path: file.path });
    const isNew = !fs.existsSync(file.path);
    db = new DatabaseSync(file.path);
    // Before its log is there, which takes the same permissions.
    if (isNew) fs.chmodSync(file.path, 0o600);
    for (const setting of SETTINGS) db.exec(`pragma ${setting}`);
    if (!isWhole(db, file.path)) throw new LedgerError('damaged', { path: file.path });
    return db;
  } catch (error) {
    db?.close();
    const failure = ledgerErrorOf(error, file.path);
    if (failure.code !== 'damaged') throw failure;
    const setAside = file.setAside('damaged', now());
    mark.told();
    throw new LedgerError('damaged', { path: file.path, setAside, ...backupFact(dataDir) }, error);
  }
}

/** Every commit reaches the disk itself before it counts; on macOS that takes a stronger call. */
const SETTINGS = [
  'busy_timeout = 5000',
  'journal_mode = wal',
  'synchronous = full',
  'fullfsync = on',
  'checkpoint_fullfsync = on',
  'foreign_keys = on',
];

function backupFact(dataDir: string): { backup?: string } {
  const backup = newestGoodBackup(dataDir, isWholeFile);
  return backup === null ? {} : { backup };
}

function backUpWhenDue(db: DatabaseSyncInstance, { dataDir, now }: LedgerOptions, notices: string[]): void {
  try {
    if (isBackupDue(dataDir, now())) backUp(db, dataDir, now());
  } catch {
    notices.push('The daily backup of the ledger could not be written. Is the disk full?');
  }
}
