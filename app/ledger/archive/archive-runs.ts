import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { ask } from '../ask';
import { verifyRecords } from '../audit/verify-records';
import { folderToDisk, toDisk } from '../ledger-file';
import { LedgerError } from '../ledger-error';
import { queriesOver } from '../sqlite';

export type Archive = { file: string; sha256: string; runs: string[] };

/**
 * Copies all that is recorded of runs into a file of its own, and verifies the copy against the ledger and its own
 * trail. Changes nothing in the ledger. Throws LedgerError.
 */
export async function copyRuns(ledgerPath: string, before: number, file: string): Promise<Archive> {
  if (fs.existsSync(file)) throw new LedgerError('already-there', { path: file });
  const partial = `${file}.partial`;
  try {
    fs.rmSync(partial, { force: true });
    const runs = writeCopy(ledgerPath, partial, Math.trunc(before));
    if (runs.length === 0) return { file, sha256: '', runs };
    await verifyArchive(partial);
    toDisk(partial);
    const sha256 = sha256Of(partial);
    fs.renameSync(partial, file);
    // What is in it leaves the ledger next, so its name must not be lost by a power cut either.
    folderToDisk(path.dirname(file));
    return { file, sha256, runs };
  } catch (error) {
    throw error instanceof LedgerError ? error : new LedgerError('not-saved', { path: file }, error);
  } finally {
    fs.rmSync(partial, { force: true });
  }
}

function writeCopy(ledgerPath: string, target: string, before: number): string[] {
  const db = new DatabaseSync(target);
  try {
    db.exec(`attach '${pathToFileURL(ledgerPath).href.replaceAll("'", "''")}?mode=ro' as ledger`);
    db.exec(`begin; create table batches as ${over(before)}`);
    for (const part of PARTS) db.exec(`create table ${part} as select * from ledger.${part} ${OF_RUNS}`);
    for (const part of PARTS) db.exec(`create index ${part}_by_row on ${part} (batch_id, row)`);
    db.exec('commit');
    for (const part of PARTS) {
      const lacking = `(select * from ledger.${part} ${OF_RUNS} except select * from main.${part})`;
      if (ask(db, 'count(*)', lacking)[0]?.[0] !== 0) throw new LedgerError('bad-archive', { path: target });
    }
    return ask(db, 'id', 'main.batches').map(([id]) => String(id));
  } finally {
    db.close();
  }
}

const PARTS = ['orders', 'attempts', 'decisions', 'events'] as const;
const OF_RUNS = 'where batch_id in (select id from main.batches)';

/** Runs that are over: finished, with no order that may still be sent or is in doubt. */
const over = (before: number): string => `select * from ledger.batches as run
  where run.state = 'finished' and run.archived_at is null and run.created_at < ${before}
    and not exists (select 1 from ledger.tallies as tally where tally.batch_id = run.id and tally.count > 0
      and (tally.state in ('ready', 'sending', 'unconfirmed') or tally.held))`;

/** Throws LedgerError `bad-archive` when the file is not whole or its records are not what its trail says. */
export async function verifyArchive(file: string): Promise<void> {
  let db: DatabaseSyncInstance | null = null;
  try {
    db = new DatabaseSync(file, { readOnly: true });
    if (ask(db, 'quick_check', 'pragma_quick_check')[0]?.[0] !== 'ok')
      throw new LedgerError('bad-archive', { path: file });
    const problem = await verifyRecords(queriesOver(db)).next();
    if (!problem.done) throw new LedgerError('bad-archive', { path: file });
  } catch (error) {
    throw error instanceof LedgerError ? error : new LedgerError('bad-archive', { path: file }, error);
  } finally {
    db?.close();
  }
}

/** Throws the system's error. */
export function sha256Of(file: string): string {
  const hash = createHash('sha256');
  const handle = fs.openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(1024 * 1024);
    for (let length = 1; length > 0;) {
      length = fs.readSync(handle, buffer, 0, buffer.length, null);
      hash.update(buffer.subarray(0, length));
    }
    return hash.digest('hex');
  } finally {
    fs.closeSync(handle);
  }
}
