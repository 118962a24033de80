import fs from 'node:fs';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { z } from 'zod';
import { backUp, isBackupDue, newestGoodBackup } from './backups';
import type { Ledger, LedgerOptions } from './ledger';
import { LedgerError } from './ledger-error';
import { LedgerFile } from './ledger-file';
import { migrate, versionOf } from './migrations';
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
  const notices: string[] = [];
  let release = (): void => {};
  let db: DatabaseSyncInstance | null = null;
  try {
    fs.mkdirSync(dataDir, { recursive: true });
    release = takeWriterLock(dataDir);
    noticeFreshStart(file, notices, now());
    db = openChecked(file, options);
    migrate(db, file.path);
    file.remember();
    const unsaved = new UnsavedAnswers(dataDir);
    const queries = queriesOver(db);
    const ledger = new SqliteLedger({ db, queries, file, unsaved, options, notices, release });
    if (unsaved.waiting) {
      const recovered = await queries.transaction().execute((tx) => unsaved.recover(tx, options.operator));
      unsaved.forget();
      if (recovered > 0)
        notices.push(`${recovered} answers that could not be recorded earlier were read back.`);
    }
    await settleInterrupted(ledger, now(), notices);
    backUpWhenDue(db, options, notices);
    return ledger;
  } catch (error) {
    db?.close();
    release();
    throw ledgerErrorOf(error, file.path);
  }
}

async function openToRead(options: LedgerOptions): Promise<Ledger> {
  const file = new LedgerFile(options.dataDir);
  let db: DatabaseSyncInstance | null = null;
  try {
    if (fs.existsSync(file.path)) {
      db = new DatabaseSync(file.path, { readOnly: true });
      db.exec('pragma busy_timeout = 5000');
      if (versionOf(db, file.path) === 0) {
        db.close();
        db = emptyLedger(file.path);
      }
    } else db = emptyLedger(file.path);
    return new SqliteLedger({
      db,
      queries: queriesOver(db),
      file,
      unsaved: null,
      options,
      notices: [],
      release: () => {},
    });
  } catch (error) {
    db?.close();
    throw ledgerErrorOf(error, file.path);
  }
}

/** Reading before anything was ever written finds nothing, which is no error. */
function emptyLedger(path: string): DatabaseSyncInstance {
  const db = new DatabaseSync(':memory:');
  migrate(db, path);
  return db;
}

/** Opens and checks the file; one that is not whole is moved aside and reported. */
function openChecked(file: LedgerFile, options: LedgerOptions): DatabaseSyncInstance {
  let db: DatabaseSyncInstance | null = null;
  try {
    db = new DatabaseSync(file.path);
    db.exec('pragma busy_timeout = 5000');
    db.exec('pragma journal_mode = wal');
    db.exec('pragma synchronous = full');
    db.exec('pragma foreign_keys = on');
    if (!passesCheck(db)) throw new LedgerError('damaged', { path: file.path });
    versionOf(db, file.path);
    return db;
  } catch (error) {
    db?.close();
    const failure = ledgerErrorOf(error, file.path);
    if (failure.code !== 'damaged') throw failure;
    const setAside = file.setAside('damaged', options.now());
    const backup = newestGoodBackup(options.dataDir, isGoodFile);
    throw new LedgerError(
      'damaged',
      { path: file.path, setAside, ...(backup !== null && { backup }) },
      error,
    );
  }
}

const checkRow = z.object({ quick_check: z.string() });

function passesCheck(db: DatabaseSyncInstance): boolean {
  return checkRow.parse(db.prepare('pragma quick_check(1)').get()).quick_check === 'ok';
}

function isGoodFile(path: string): boolean {
  let db: DatabaseSyncInstance | null = null;
  try {
    db = new DatabaseSync(path, { readOnly: true });
    return passesCheck(db);
  } catch {
    return false;
  } finally {
    db?.close();
  }
}

/** A new ledger where one was lost knows nothing of earlier PBXs; the operator must hear it. */
function noticeFreshStart(file: LedgerFile, notices: string[], now: number): void {
  if (fs.existsSync(file.path)) return;
  if (fs.existsSync(`${file.path}-wal`)) file.setAside('lost', now);
  const damaged = file.damagedBefore().at(-1);
  if (damaged) {
    notices.push(
      `A new ledger was begun because the earlier one is damaged (${damaged}). PBXs created before are not known here.`,
    );
  }
}

async function settleInterrupted(ledger: Ledger, at: number, notices: string[]): Promise<void> {
  let interrupted = 0;
  for (const batch of await ledger.batches({ state: 'open' })) {
    for (const { row } of await ledger.orders(batch.id, { states: ['sending'] })) {
      const error = 'PBX Orders ended before the answer came.';
      await ledger.transition(batch.id, row, 'sending', 'unconfirmed', { at, error, reason: 'interrupted' });
      interrupted++;
    }
  }
  if (interrupted > 0)
    notices.push(`${interrupted} orders were being sent when PBX Orders last ended; reconcile them.`);
}

function backUpWhenDue(db: DatabaseSyncInstance, { dataDir, now }: LedgerOptions, notices: string[]): void {
  try {
    if (isBackupDue(dataDir, now())) backUp(db, dataDir, now());
  } catch {
    notices.push('The daily backup of the ledger could not be written. Is the disk full?');
  }
}
