import { openLedger, type NewOrder } from '../../../app/ledger';
import type { OrderRequest } from '../../../app/orders';

/** Orders of one run, each of which is one event; a run more is one more. */
const AT_ONCE = 50_000;

/** Fills a ledger until its audit trail has that many events, the way runs do. */
export async function run({
  dataDir,
  events,
}: {
  dataDir: string;
  events: number;
}): Promise<{ made: number }> {
  const ledger = await openLedger({
    dataDir,
    now: Date.now,
    mode: 'write',
    operator: 'Bench',
    osUser: 'bench',
  });
  let made = 0;
  for (let run = 1; made < events; run++) {
    const orders = Math.min(AT_ONCE, events - made - 1);
    await ledger.createBatch(
      {
        sheetPath: `/orders/sheet-${run}.xlsx`,
        sheetName: `sheet-${run}.xlsx`,
        sha256: String(run).padStart(64, '0'),
        sheet: 'Orders',
        headerRow: 1,
        resultColumns: { status: 21 },
        mapping: '{"Name":"name"}',
        catalogFetchedAt: 0,
        connectionName: 'Sandbox',
        connectionKey: 'sandbox|bench',
        connectionKind: 'sandbox',
      },
      Array.from({ length: orders }, (_, at) => orderOf(at + 2, `pbx-${run}-${at}`)),
    );
    made += orders + 1;
  }
  await ledger.close();
  return { made };
}

function orderOf(row: number, subDomain: string): NewOrder {
  const order: OrderRequest = {
    name: `Branch ${subDomain}`,
    plan: 'Enterprise Plan',
    extensionCapacity: 20,
    concurrentCallCapacity: 5,
    recordingStatus: 'Enabled',
    recordingCapacity: 500,
    regionId: 4,
    subDomain,
    domainId: 4,
    type: 'Commercial',
    versionId: 764,
    customerIds: [50086182],
    upgradeInPbx: 'Enabled',
    im: 'Enabled',
    passwordlessLogin: 'Enabled',
    allowSuperiorPasswordlessLogin: 'Enabled',
  };
  return {
    row,
    state: 'ready',
    url: `${subDomain}.example.com`,
    order,
    name: order.name,
    cloudPbxId: null,
    error: null,
    skippedBecause: null,
    processedAt: null,
    edits: {},
  };
}
