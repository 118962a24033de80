import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { afterAll, afterEach } from 'vitest';
import { LedgerError, openLedger, type Ledger, type LedgerOptions } from '../../app/ledger';
import { NOON, answer } from './orders';

export * from './orders';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A fresh folder, removed after the test or after all tests of the file. */
export function tempFolder(until: 'test' | 'all' = 'test'): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pbx-ledger-'));
  const remove = (): void => fs.rmSync(folder, { recursive: true, force: true });
  (until === 'all' ? ends : cleanups).push(remove);
  return folder;
}

/** Opens a ledger that is closed after the test. Its clock ticks a second with every look. */
export async function open(dataDir: string, options: Partial<LedgerOptions> = {}): Promise<Ledger> {
  let time = NOON;
  const now = (): number => (time += 1000);
  const given: LedgerOptions = {
    dataDir,
    now,
    mode: 'write',
    operator: 'Ann Lee',
    osUser: 'ann',
    ...options,
  };
  const ledger = await openLedger(given);
  cleanups.push(() => ledger.close().catch(() => {}));
  return ledger;
}

/** The ledger's file as any SQLite program sees it. */
export function rawFile(dataDir: string, name = 'ledger.db'): DatabaseSyncInstance {
  const db = new DatabaseSync(path.join(dataDir, name));
  cleanups.push(() => db.isOpen && db.close());
  return db;
}

export async function send(ledger: Ledger, batchId: string, row: number): Promise<void> {
  await ledger.transition(batchId, row, 'ready', 'sending', { at: NOON });
}

/** Sends a row and records that it was created as `id`. */
export async function create(ledger: Ledger, batchId: string, row: number, id = `${row}001`): Promise<void> {
  await send(ledger, batchId, row);
  await ledger.transition(batchId, row, 'sending', 'created', {
    at: NOON,
    cloudPbxId: id,
    requestId: 'req-1',
    answer: answer('created'),
  });
}

/** What was refused, as its code; `done` when it was not. */
export async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof LedgerError) return error.code;
    throw error;
  }
}
