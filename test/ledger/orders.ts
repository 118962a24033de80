import type { AttemptAnswer, NewBatch, NewOrder } from '../../app/ledger';
import type { OrderRequest } from '../../app/orders';

/** 24 November 2026, noon at UTC. */
export const NOON = Date.UTC(2026, 10, 24, 12);

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
