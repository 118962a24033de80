import { describe, expect, it } from 'vitest';
import type { Edits } from '../../app/orders';
import { compareWithBatch } from '../../app/runs';
import { freshAccount, freshLedger, many, recordOrders, sheetOfOrders, sit } from './world';

/** A run of three: created, rejected, and one never sent; and the sheet as it is checked now. */
async function begun() {
  const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
  const batchId = await recordOrders(ledger, connection, many(3));
  sandbox.push({ kind: 'delay', ms: 0 });
  sandbox.push({ kind: 'failed-in-200', code: 1000005 });
  await sit(ledger, client, batchId, { limits: { equalRejections: 1 } });
  const urls = ['pbx-1', 'pbx-2', 'pbx-3'].map((name) => `${name}.test.yeastarcloud.com`);
  const alreadyMade = await ledger.alreadyMade('sandbox', urls);
  const now = (edits: Edits = {}) => sheetOfOrders(many(3), { edits, alreadyMade }).checked;
  return { ledger, batchId, now };
}

describe('a sheet compared with the run it was submitted as', () => {
  it('is the same when nothing was changed: going on sends what it says', async () => {
    const { ledger, batchId, now } = await begun();
    expect((await ledger.orders(batchId)).map((one) => one.state)).toEqual(['created', 'rejected', 'ready']);
    expect(await compareWithBatch(ledger, batchId, now())).toEqual({ same: true, changed: [] });
  });

  it('differs when an order that was never sent is corrected, and says in what', async () => {
    const { ledger, batchId, now } = await begun();
    const checked = now({ 4: { name: 'New', extensionCapacity: '30' } });
    expect(await compareWithBatch(ledger, batchId, checked)).toEqual({
      same: false,
      changed: [{ row: 4, state: 'ready', fields: ['name', 'extensionCapacity'] }],
    });
  });

  it('differs when a rejected order is corrected', async () => {
    const { ledger, batchId, now } = await begun();
    const checked = now({ 3: { subDomain: 'pbx-2b' } });
    expect(await compareWithBatch(ledger, batchId, checked)).toMatchObject({
      same: false,
      changed: [{ row: 3, state: 'rejected', fields: ['subDomain'] }],
    });
  });

  it('differs when an order that was never sent is now invalid', async () => {
    const { ledger, batchId, now } = await begun();
    const { same, changed } = await compareWithBatch(ledger, batchId, now({ 4: { plan: 'Nothing' } }));
    expect({ same, changed }).toEqual({
      same: false,
      changed: [{ row: 4, state: 'ready', fields: ['plan'] }],
    });
  });

  it('does not differ by what is changed in an order that exists already', async () => {
    const { ledger, batchId, now } = await begun();
    expect((await compareWithBatch(ledger, batchId, now({ 2: { name: 'Too late' } }))).same).toBe(true);
  });

  it('differs when a created order gets another address: that is a new PBX', async () => {
    const { ledger, batchId, now } = await begun();
    const { changed } = await compareWithBatch(ledger, batchId, now({ 2: { subDomain: 'second' } }));
    expect(changed).toMatchObject([{ row: 2, state: 'created' }]);
  });

  it('differs when it no longer has an order that was never sent', async () => {
    const { ledger, batchId, now } = await begun();
    expect((await compareWithBatch(ledger, batchId, now().slice(0, 2))).changed).toEqual([
      { row: 4, state: 'ready', fields: [] },
    ]);
  });
});
