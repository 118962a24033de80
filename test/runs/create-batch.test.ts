import { describe, expect, it } from 'vitest';
import type { CheckedRow } from '../../app/orders';
import { createBatch, planRun, reconcile, resultsOf } from '../../app/runs';
import { CATALOG } from '../orders/made-sheets';
import {
  around,
  clockAt,
  freshAccount,
  freshLedger,
  many,
  NOW,
  recordOrders,
  sheetOfOrders,
  sit,
} from './world';

const statuses = async (ledger: Parameters<typeof resultsOf>[0], batchId: string) =>
  (await resultsOf(ledger, batchId)).map((one) => one.status);

const rowLike = (row: CheckedRow, change: Partial<CheckedRow>): CheckedRow => ({
  row: row.row,
  state: row.state,
  order: row.order,
  url: row.url,
  texts: row.texts,
  edited: row.edited,
  problems: row.problems,
  earlier: row.earlier,
  ...change,
});

describe('recording a sheet', () => {
  it('locks what was planned: file, mapping, catalog and account', async () => {
    const [ledger, { connection }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(1), { catalogFetchedAt: CATALOG.fetchedAt });
    const batch = await ledger.batch(batchId);
    expect(batch).toMatchObject({
      sheetPath: '/orders.csv',
      sha256: 'a'.repeat(64),
      headerRow: 1,
      catalogFetchedAt: CATALOG.fetchedAt,
      connectionName: 'Sandbox',
      connectionKey: 'sandbox',
      state: 'open',
      rows: 1,
      createdAt: NOW,
    });
    expect(JSON.parse(batch?.mapping ?? '').columns[0]).toEqual({
      letter: 'A',
      header: 'name',
      field: 'name',
    });
  });

  it('keeps every row: ready, invalid with its first error, skipped with the id the sheet has', async () => {
    const [ledger, { connection }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, [
      {},
      { plan: 'Platinum' },
      { status: 'created', cloudPbxId: '77' },
    ]);
    const [ready, invalid, skipped] = await resultsOf(ledger, batchId);
    expect(ready).toMatchObject({ row: 2, status: 'not sent', error: null, cloudPbxId: null });
    expect(invalid).toMatchObject({ row: 3, status: 'invalid' });
    expect(invalid?.error).toContain('Platinum');
    expect(skipped).toMatchObject({ row: 4, status: 'skipped', cloudPbxId: '77' });
  });

  it('names an order as it is sent, not with the spaces of its cell', async () => {
    const [ledger, { connection }] = [await freshLedger(), await freshAccount()];
    const name = '\u00a0 Lakeside School\u00a0';
    const batchId = await recordOrders(ledger, connection, [{ name }, { name, plan: 'Platinum' }]);
    const names = (await ledger.orders(batchId)).map((one) => one.name);
    expect(names).toEqual(['Lakeside School', 'Lakeside School']);
  });

  it('keeps what the operator corrected', async () => {
    const [ledger, { connection }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, [{ plan: 'Platinum' }], {
      edits: { 2: { plan: 'Ultimate Plan' } },
    });
    const order = await ledger.order(batchId, 2);
    expect(order).toMatchObject({
      state: 'ready',
      edits: { plan: 'Ultimate Plan' },
      originals: { plan: 'Platinum' },
    });
    expect(order?.customer).toContain('50086182');
    expect(order?.order?.plan).toBe('Ultimate Plan');
  });

  it('skips what the account has already, with its id', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const accountHas = new Map([['pbx-1.test.yeastarcloud.com', '4711']]);
    const batchId = await recordOrders(ledger, connection, many(2), { accountHas });
    await sit(ledger, client, batchId);
    expect(await resultsOf(ledger, batchId)).toMatchObject([
      { status: 'skipped', cloudPbxId: '4711' },
      { status: 'created' },
    ]);
    expect(sandbox.accepted()).toHaveLength(1);
  });

  it('says of a row that the plan skipped because of the account that it was for that', async () => {
    const [ledger, { connection }] = [await freshLedger(), await freshAccount()];
    const { table, checked } = sheetOfOrders(many(1));
    const earlier = { status: 'created', cloudPbxId: '4711' };
    const planned = checked.map((row) => rowLike(row, { state: 'skipped', order: null, earlier }));
    const accountHas = new Map([['pbx-1.test.yeastarcloud.com', '4711']]);
    const batchId = await recordOrders(ledger, connection, [], { table, checked: planned, accountHas });
    expect(await ledger.order(batchId, 2)).toMatchObject({
      skippedBecause: 'in-account',
      cloudPbxId: '4711',
    });
  });

  it('skips what an earlier run created, with its id, and holds what is unconfirmed', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const first = await recordOrders(ledger, connection, many(2));
    sandbox.push({ kind: 'drop-after' });
    await sit(ledger, client, first);
    const file = { path: '/b.csv', name: 'b.csv', sha256: 'b'.repeat(64) };
    const second = await recordOrders(ledger, connection, many(3), { file });
    expect(await statuses(ledger, second)).toEqual(['unconfirmed', 'skipped', 'not sent']);
    expect((await ledger.order(second, 3))?.cloudPbxId).toBe(sandbox.accepted()[1]?.cloudPbxId);
  });

  it('never sends an address twice, even where the check let it through', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const { table, checked } = sheetOfOrders(many(2));
    const [row] = checked;
    const twice = row ? [row, rowLike(row, { row: 9 })] : [];
    const batchId = await recordOrders(ledger, connection, [], { table, checked: twice });
    expect((await sit(ledger, client, batchId)).outcome).toMatchObject({ created: 1, skipped: 1 });
    expect(sandbox.accepted()).toHaveLength(1);
  });

  it('refuses an order whose address could not be looked up again', async () => {
    const [ledger, { connection }] = [await freshLedger(), await freshAccount()];
    const { table, checked } = sheetOfOrders(many(1));
    const unknown = checked.map((row) => rowLike(row, { url: 'pbx-1.domain-4' }));
    const batchId = await recordOrders(ledger, connection, [], { table, checked: unknown });
    expect(await statuses(ledger, batchId)).toEqual(['invalid']);
  });
});

describe('a sheet submitted again with changes', () => {
  it('replaces the orders that were never sent, and both runs account for every row', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const first = await recordOrders(ledger, connection, many(3));
    await sit(ledger, client, first, { limits: { maxPbxs: 1 } });
    const edits = { 3: { name: 'Corrected' } };
    const second = await recordOrders(ledger, connection, many(3), { edits, replaces: first });
    expect(await ledger.counts(first)).toMatchObject({ created: 1, cancelled: 2, ready: 0 });
    expect((await ledger.batch(first))?.state).toBe('finished');
    const { outcome } = await sit(ledger, client, second);
    expect(outcome).toMatchObject({ rows: 3, created: 2, skipped: 1 });
    expect((await sit(ledger, client, first)).outcome).toMatchObject({ rows: 3, created: 1, notSent: 2 });
    expect(sandbox.accepted().map((one) => one.order.name)).toEqual(['PBX 1', 'Corrected', 'PBX 3']);
  });

  it('does not send a row under a new address while its old one is unconfirmed', async () => {
    const clock = clockAt();
    const ledger = await freshLedger(undefined, clock.now);
    const { client, connection, sandbox } = await freshAccount(clock);
    const first = await recordOrders(ledger, connection, many(1));
    sandbox.push({ kind: 'drop-after' });
    await sit(ledger, client, first, { now: clock.now });
    const edits = { 2: { subDomain: 'other-name' } };
    const second = await recordOrders(ledger, connection, many(1), { edits, replaces: first });
    await sit(ledger, client, second);
    expect(sandbox.accepted()).toHaveLength(1);
    const [row] = await resultsOf(ledger, second);
    // As "unconfirmed", so that the result sheet is not sent from another machine either.
    expect(row).toMatchObject({ status: 'unconfirmed' });
    expect(row?.error).toContain('pbx-1.test.yeastarcloud.com');
    await reconcile({ ledger, client, batchId: first, now: clock.now });
    expect((await ledger.order(first, 2))?.state).toBe('created');
  });

  it('leaves the orders of another tab of the workbook as they are', async () => {
    const [ledger, { client, connection }] = [await freshLedger(), await freshAccount()];
    const { table, checked } = sheetOfOrders(many(2));
    const file = { path: '/orders.xlsx', name: 'orders.xlsx', sha256: 'c'.repeat(64) };
    const tab = (sheetName: string) => ({ file, table: { ...table, sheetName }, checked });
    const first = await recordOrders(ledger, connection, [], tab('North'));
    const second = await recordOrders(ledger, connection, [], { ...tab('South'), replaces: first });
    expect(await ledger.counts(first)).toMatchObject({ ready: 2, cancelled: 0 });
    await sit(ledger, client, second);
    expect((await sit(ledger, client, first)).outcome).toMatchObject({ skipped: 2 });
  });
});

it('a row that was invalid because its order was unconfirmed shows the id once that is known', async () => {
  const clock = clockAt();
  const ledger = await freshLedger(undefined, clock.now);
  const { client, connection, sandbox } = await freshAccount(clock);
  const first = await recordOrders(ledger, connection, many(1));
  sandbox.push({ kind: 'drop-after' });
  await sit(ledger, client, first);
  const alreadyMade = await ledger.alreadyMade('sandbox', ['pbx-1.test.yeastarcloud.com']);
  const second = await recordOrders(ledger, connection, [], sheetOfOrders(many(1), { alreadyMade }));
  expect(await statuses(ledger, second)).toEqual(['unconfirmed']);
  await reconcile({ ledger, client, batchId: first, now: clock.now });
  expect(await resultsOf(ledger, second)).toMatchObject([
    { status: 'skipped', cloudPbxId: sandbox.accepted()[0]?.cloudPbxId },
  ]);
});

describe('a plan', () => {
  const left = (extensions: number) => {
    const plenty = { total: 9999, used: 0, available: 9999 };
    const short = { total: extensions, used: 0, available: extensions };
    return { extensions: short, concurrentCalls: plenty, recordingMinutes: plenty };
  };

  it('counts what will be created, and recording minutes above the free 500 only', () => {
    const { checked } = sheetOfOrders([{}, { recordingCapacity: '1200' }, { plan: 'Nothing' }]);
    const plan = planRun(checked, null);
    expect(plan).toMatchObject({ create: 2, invalid: 1, skipped: 0, shortfall: [], fitting: 2 });
    expect(plan.totals).toEqual({ extensions: 40, concurrentCalls: 20, recordingMinutes: 700 });
    expect(plan.byPlan).toEqual({ 'Enterprise Plan': { pbxs: 2, extensions: 40 } });
  });

  it('says what is short and which rows would fit', () => {
    const { checked } = sheetOfOrders([{}, { extensionCapacity: '100' }, {}, {}]);
    const plan = planRun(checked, left(65));
    expect(plan.shortfall).toEqual([{ what: 'extensions', label: 'Extensions', needed: 160, available: 65 }]);
    expect(plan.fitting).toBe(1);
    expect(plan.fittingRows).toEqual([2, 4, 5]);
  });
});

it('an order for an account whose client is another one is another order', async () => {
  const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
  const production = { ...connection, kind: 'production' } as const;
  const asProduction = around(client, { connection: production });
  const first = await recordOrders(ledger, connection, many(1));
  await sit(ledger, client, first);
  const second = await recordOrders(ledger, production, many(1));
  expect(await statuses(ledger, second)).toEqual(['not sent']);
  expect((await sit(ledger, asProduction, second)).outcome).toMatchObject({ created: 0, unconfirmed: 1 });
  expect(sandbox.accepted()).toHaveLength(1);
});

describe('a row that may have been created already', () => {
  it('stays unconfirmed in each result, whatever else is wrong with it, and is never sent from there', async () => {
    const [ledger, account] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, account.connection, [
      { status: 'unconfirmed' },
      { status: 'unconfirmed', plan: 'Platinum', subDomain: 'b' },
      { status: 'created', cloudPbxId: '4.21E+04', subDomain: 'c' },
      { plan: 'Platinum', subDomain: 'd' },
    ]);
    const { outcome } = await sit(ledger, account.client, batchId);
    expect(outcome).toMatchObject({ unconfirmed: 3, invalid: 1 });
    expect(await statuses(ledger, batchId)).toEqual(['unconfirmed', 'unconfirmed', 'unconfirmed', 'invalid']);
    expect(account.sandbox.accepted()).toEqual([]);
  });

  it('is over once the order at its address was settled here', async () => {
    const clock = clockAt();
    const [ledger, account] = [await freshLedger(undefined, clock.now), await freshAccount(clock)];
    account.sandbox.push({ kind: 'drop-before' });
    const first = await recordOrders(ledger, account.connection, many(1));
    await sit(ledger, account.client, first, { now: clock.now });
    const { url } = (await ledger.orders(first))[0] ?? {};
    const alreadyMade = await ledger.alreadyMade('sandbox', [url ?? '']);
    const { table, checked } = sheetOfOrders(many(1), { alreadyMade });
    const file = { path: '/other.csv', name: 'other.csv', sha256: 'b'.repeat(64) };
    const { connection } = account;
    const second = await createBatch(ledger, { file, table, checked, connection });
    expect(await statuses(ledger, second)).toEqual(['unconfirmed']);
    clock.advance(600_000);
    await reconcile({ ledger, client: account.client, batchId: first, now: clock.now });
    expect(await statuses(ledger, second)).toEqual(['not sent']);
    const { outcome } = await sit(ledger, account.client, second, { now: clock.now });
    expect(outcome).toMatchObject({ rows: 1, notSent: 1 });
    expect(account.sandbox.accepted()).toEqual([]);
  });
});
