import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { afterEach } from 'vitest';
import {
  openLedger,
  type AttemptAnswer,
  type Ledger,
  type LedgerOptions,
  type NewBatch,
  type NewOrder,
} from '../../app/ledger';
import type { OrderRequest } from '../../app/orders';

/** 24 November 2026, noon at UTC. */
export const NOON = Date.UTC(2026, 10, 24, 12);

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A fresh folder, removed after the test. */
export function tempFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pbx-ledger-'));
  cleanups.push(() => fs.rmSync(folder, { recursive: true, force: true }));
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

export const BATCH: NewBatch = {
  sheetPath: '/orders/november.xlsx',
  sheetName: 'november.xlsx',
  sha256: 'a'.repeat(64),
  sheet: 'Orders',
  headerRow: 1,
  resultColumns: { status: 12 },
  mapping: '{"Name":"name"}',
  catalogFetchedAt: NOON - 3600_000,
  connectionName: 'Sandbox',
  connectionKey: 'http://127.0.0.1|client',
  connectionKind: 'sandbox',
};

export function request(subDomain: string): OrderRequest {
  return {
    name: `PBX ${subDomain}`,
    plan: 'Enterprise Plan',
    extensionCapacity: 20,
    concurrentCallCapacity: 5,
    recordingStatus: 'Enabled',
    recordingCapacity: 500,
    regionId: 1,
    subDomain,
    domainId: 1,
    type: 'Commercial',
    versionId: 1,
    customerIds: [501],
    upgradeInPbx: 'Disabled',
    im: 'Enabled',
    passwordlessLogin: 'Disabled',
    allowSuperiorPasswordlessLogin: 'Disabled',
  };
}

export function ready(row: number, subDomain = `pbx-${row}`, more: Partial<NewOrder> = {}): NewOrder {
  return {
    row,
    state: 'ready',
    url: `${subDomain}.example.com`,
    order: request(subDomain),
    name: `PBX ${subDomain}`,
    cloudPbxId: null,
    error: null,
    skippedBecause: null,
    processedAt: null,
    edits: {},
    ...more,
  };
}

export function answer(outcome: AttemptAnswer['outcome'], more: Partial<AttemptAnswer> = {}): AttemptAnswer {
  const raw = JSON.stringify({ errcode: outcome === 'created' ? 0 : 1, outcome });
  return { outcome, at: NOON, requestId: 'req-1', httpStatus: 200, code: null, message: null, raw, ...more };
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
