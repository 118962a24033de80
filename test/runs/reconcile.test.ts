import { describe, expect, it } from 'vitest';
import { reconcile, resultsOf, type Decision } from '../../app/runs';
import type { Fault } from '../../app/ycm';
import { around, clockAt, freshAccount, freshLedger, many, recordOrders, sit } from './world';

const LATER = 600_000;

/** A batch of two whose first order met a fault. */
async function doubtful(fault: Fault) {
  const clock = clockAt();
  const ledger = await freshLedger(undefined, clock.now);
  const account = await freshAccount(clock);
  const batchId = await recordOrders(ledger, account.connection, many(2));
  account.sandbox.push(fault);
  await sit(ledger, account.client, batchId, { now: clock.now });
  const { client } = account;
  const settle = (decisions?: Decision[], by = client) =>
    reconcile({ ledger, client: by, batchId, now: clock.now, ...(decisions && { decisions }) });
  return { ...account, clock, ledger, batchId, settle };
}
const created = { kind: 'drop-after' } as const;
const lost = { kind: 'drop-before' } as const;

describe('looking an unconfirmed order up', () => {
  it('adopts the PBX that is there and matches the order', async () => {
    const { ledger, batchId, settle, sandbox } = await doubtful(created);
    const [outcome, ...rest] = await settle();
    expect(rest).toEqual([]);
    expect(outcome).toMatchObject({
      row: 2,
      outcome: 'adopted',
      cloudPbxId: sandbox.accepted()[0]?.cloudPbxId,
    });
    expect(outcome?.compared.map((one) => one.label)).toContain('Extensions');
    expect((await resultsOf(ledger, batchId))[0]).toMatchObject({ status: 'created', error: null });
    expect(await ledger.batch(batchId)).toMatchObject({ state: 'finished' });
  });

  it('makes an order ready again that is surely not there, once enough time has passed', async () => {
    const { ledger, client, batchId, settle, sandbox, clock } = await doubtful(lost);
    expect(await settle()).toMatchObject([{ outcome: 'too-recent' }]);
    clock.advance(119_000);
    expect(await settle()).toMatchObject([{ outcome: 'too-recent' }]);
    expect((await ledger.order(batchId, 2))?.state).toBe('unconfirmed');
    clock.advance(1_000);
    expect(await settle()).toMatchObject([{ outcome: 'absent-ready' }]);
    await sit(ledger, client, batchId, { now: clock.now });
    expect(sandbox.accepted()).toHaveLength(2);
    expect((await ledger.order(batchId, 2))?.state).toBe('created');
  });

  it('counts the time from the last attempt', async () => {
    const { ledger, client, batchId, settle, sandbox, clock } = await doubtful(lost);
    clock.advance(LATER);
    await settle();
    sandbox.push(lost);
    await sit(ledger, client, batchId, { now: clock.now });
    expect(await settle()).toMatchObject([{ outcome: 'too-recent' }]);
  });

  it('counts the time from when the request was given up, not from when it was intended', async () => {
    const clock = clockAt();
    const ledger = await freshLedger(undefined, clock.now);
    const { client, connection, sandbox } = await freshAccount(clock);
    const batchId = await recordOrders(ledger, connection, many(1));
    sandbox.push(lost);
    // A token that took its time, or a laptop that slept with the request under way.
    const slow = around(client, {
      async createCloudPbx(order) {
        clock.advance(LATER);
        return client.createCloudPbx(order);
      },
    });
    await sit(ledger, slow, batchId, { now: clock.now });
    const settle = () => reconcile({ ledger, client, batchId, now: clock.now });
    expect(await settle()).toMatchObject([{ outcome: 'too-recent' }]);
    clock.advance(120_000);
    expect(await settle()).toMatchObject([{ outcome: 'absent-ready' }]);
  });

  it('is not fooled by a clock that was set back', async () => {
    const { settle, clock } = await doubtful(lost);
    clock.advance(-LATER);
    expect(await settle()).toMatchObject([{ outcome: 'too-recent' }]);
  });

  it('shows both sides when what is there is not what was ordered, and changes nothing', async () => {
    const { ledger, client, batchId, settle, sandbox, clock } = await doubtful(lost);
    const order = (await ledger.order(batchId, 2))?.order;
    if (order) await client.createCloudPbx({ ...order, name: 'Other', extensionCapacity: 7 });
    clock.advance(LATER);
    const [outcome] = await settle();
    expect(outcome).toMatchObject({ outcome: 'differs', cloudPbxId: sandbox.accepted().at(-1)?.cloudPbxId });
    expect(outcome?.compared.filter((one) => !one.same)).toEqual([
      { label: 'PBX name', ordered: 'PBX 1', found: 'Other', same: false },
      { label: 'Extensions', ordered: '20', found: '7', same: false },
    ]);
    expect((await ledger.order(batchId, 2))?.state).toBe('unconfirmed');
  });

  it('does not take a PBX for ours that was there long before', async () => {
    const clock = clockAt();
    const ledger = await freshLedger(undefined, clock.now);
    const { client, connection, sandbox } = await freshAccount(clock);
    const batchId = await recordOrders(ledger, connection, many(1));
    const order = (await ledger.order(batchId, 2))?.order;
    if (order) await client.createCloudPbx(order);
    clock.advance(30 * 86_400_000);
    sandbox.push(lost);
    await sit(ledger, client, batchId, { now: clock.now });
    const [outcome] = await reconcile({ ledger, client, batchId, now: clock.now });
    expect(outcome?.outcome).toBe('differs');
    expect(outcome?.compared.filter((one) => !one.same).map((one) => one.label)).toEqual(['Created']);
  });

  it('does not take a PBX for ours of which YCM shows nothing but the address', async () => {
    const { client, settle, ledger, batchId } = await doubtful(created);
    const bare = around(client, {
      async findByUrl(url) {
        const found = await client.findByUrl(url);
        if (found.outcome !== 'found') return found;
        const { cloudPbxId, url: at } = found.value;
        const nothing = Object.fromEntries(Object.keys(found.value).map((name) => [name, null]));
        return { outcome: 'found', value: { ...found.value, ...nothing, cloudPbxId, url: at } };
      },
    });
    expect(await settle(undefined, bare)).toMatchObject([{ outcome: 'differs' }]);
    expect((await ledger.order(batchId, 2))?.state).toBe('unconfirmed');
  });

  it.each(['lookup', 'list'] as const)(
    'leaves it when the %s fails and the other finds nothing',
    async (on) => {
      const { ledger, batchId, settle, sandbox, clock } = await doubtful(lost);
      clock.advance(LATER);
      sandbox.always({ on, kind: 'status', status: 500 });
      const [outcome] = await settle();
      expect(outcome?.outcome).toBe('unknown');
      expect((await ledger.order(batchId, 2))?.state).toBe('unconfirmed');
    },
  );

  it('finds it in the list when the question by address fails', async () => {
    const { settle, sandbox } = await doubtful(created);
    sandbox.always({ on: 'lookup', kind: 'status', status: 500 });
    expect(await settle()).toMatchObject([{ outcome: 'adopted' }]);
  });

  it('asks only the account the orders were sent with', async () => {
    const { ledger, client, batchId, settle, clock } = await doubtful(lost);
    clock.advance(LATER);
    const elsewhere = around(client, { connection: { ...client.connection, kind: 'production' } });
    expect(await settle(undefined, elsewhere)).toMatchObject([{ outcome: 'refused' }]);
    expect((await ledger.order(batchId, 2))?.state).toBe('unconfirmed');
  });
});

describe('a person’s decision', () => {
  const by = 'Ben';

  it('adopts an id, and the ledger knows who decided, when and why', async () => {
    const { ledger, client, batchId, settle, clock } = await doubtful(lost);
    const order = (await ledger.order(batchId, 2))?.order;
    const made = order && (await client.createCloudPbx({ ...order, name: 'Renamed' }));
    const cloudPbxId = made?.outcome === 'created' ? made.cloudPbxId : '';
    clock.advance(1000);
    const [outcome] = await settle([{ choice: 'adopt', row: 2, cloudPbxId, by, reason: 'renamed by phone' }]);
    expect(outcome).toMatchObject({ outcome: 'adopted', cloudPbxId });
    expect(await ledger.order(batchId, 2)).toMatchObject({ state: 'created', cloudPbxId });
    const [decision] = await ledger.decisions(batchId);
    expect(decision).toMatchObject({ row: 2, choice: 'adopt', decidedBy: by, at: clock.now() });
    expect(decision?.reason).toContain('renamed by phone');
  });

  it('is on record before it takes effect', async () => {
    const { ledger, batchId, settle } = await doubtful(lost);
    await settle([{ choice: 'send-again', row: 2, by }]);
    const kinds = (await ledger.events({ batchId, row: 2 })).map((event) => event.kind);
    expect(kinds.slice(-2)).toEqual(['decision', 'unconfirmed > ready']);
  });

  it('sends an order again when the run goes on, even before the time is up', async () => {
    const { ledger, client, batchId, settle, sandbox } = await doubtful(lost);
    expect(await settle([{ choice: 'send-again', row: 2, by }])).toMatchObject([{ outcome: 'ready' }]);
    expect(sandbox.accepted()).toHaveLength(1);
    await sit(ledger, client, batchId);
    expect(sandbox.accepted()).toHaveLength(2);
  });

  it('leaves an order, which is then still never sent', async () => {
    const { ledger, client, batchId, settle, sandbox } = await doubtful(lost);
    expect(await settle([{ choice: 'leave', row: 2, by }])).toMatchObject([{ outcome: 'left' }]);
    await sit(ledger, client, batchId);
    expect(sandbox.accepted()).toHaveLength(1);
    expect(await ledger.decisions(batchId)).toMatchObject([{ choice: 'leave', decidedBy: by }]);
  });

  it.each([
    ['an id the account does not have', async () => '999999'],
    ['an id of another order of ours', async (ids: string[]) => ids[0] ?? ''],
  ])('is refused for %s, and nothing is recorded', async (_what, idOf) => {
    const { ledger, batchId, settle, sandbox } = await doubtful(lost);
    const cloudPbxId = await idOf(sandbox.accepted().map((one) => one.cloudPbxId));
    const [outcome] = await settle([{ choice: 'adopt', row: 2, cloudPbxId, by }]);
    expect(outcome?.outcome).toBe('refused');
    expect((await ledger.order(batchId, 2))?.state).toBe('unconfirmed');
    expect(await ledger.decisions(batchId)).toEqual([]);
  });

  it('is refused for an id that another order of ours holds, wherever YCM shows it', async () => {
    const { ledger, client, batchId, settle, sandbox } = await doubtful(lost);
    const cloudPbxId = sandbox.accepted()[0]?.cloudPbxId ?? '';
    const moved = around(client, {
      async cloudPbx(id) {
        const found = await client.cloudPbx(id);
        return found.outcome === 'found' ? { ...found, value: { ...found.value, url: null } } : found;
      },
    });
    const [outcome] = await settle([{ choice: 'adopt', row: 2, cloudPbxId, by }], moved);
    expect(outcome).toMatchObject({ outcome: 'refused' });
    expect(outcome?.message).toContain('row 3');
    expect((await ledger.order(batchId, 2))?.state).toBe('unconfirmed');
  });

  it('is refused while the id can’t be looked up', async () => {
    const { settle, sandbox } = await doubtful(created);
    const cloudPbxId = sandbox.accepted()[0]?.cloudPbxId ?? '';
    sandbox.always({ on: 'any', kind: 'status', status: 500 });
    expect(await settle([{ choice: 'adopt', row: 2, cloudPbxId, by }])).toMatchObject([
      { outcome: 'refused' },
    ]);
  });

  it('is refused for an order that is settled, and says what it is', async () => {
    const { settle } = await doubtful(created);
    const [outcome] = await settle([{ choice: 'send-again', row: 3, by }]);
    expect(outcome).toMatchObject({ outcome: 'refused' });
    expect(outcome?.message).toContain('row 3 is created');
  });
});

describe('an order that waited for an unconfirmed one', () => {
  const other = { path: '/b.csv', name: 'b.csv', sha256: 'b'.repeat(64) };

  async function held(fault: Fault) {
    const world = await doubtful(fault);
    const { ledger, client, connection, clock } = world;
    const waiting = await recordOrders(ledger, connection, many(1), { file: other });
    await sit(ledger, client, waiting, { now: clock.now });
    expect(await ledger.counts(waiting)).toMatchObject({ held: 1 });
    clock.advance(LATER);
    return { ...world, waiting };
  }

  it('is skipped with the id once that one turns out to exist, and its run is finished', async () => {
    const { ledger, waiting, settle, sandbox } = await held(created);
    await settle();
    expect(await ledger.order(waiting, 2)).toMatchObject({
      state: 'skipped',
      skippedBecause: 'in-ledger',
      cloudPbxId: sandbox.accepted()[0]?.cloudPbxId,
    });
    expect((await ledger.batch(waiting))?.state).toBe('finished');
  });

  it('is ready once that one turns out not to exist, and only one of the two is sent', async () => {
    const { ledger, client, batchId, waiting, settle, sandbox } = await held(lost);
    await settle();
    expect((await ledger.order(waiting, 2))?.state).toBe('ready');
    await sit(ledger, client, waiting);
    await sit(ledger, client, batchId);
    expect(sandbox.accepted().filter((one) => one.url.startsWith('pbx-1.'))).toHaveLength(1);
    expect(await ledger.order(batchId, 2)).toMatchObject({ state: 'skipped', skippedBecause: 'in-ledger' });
  });

  it('is sent by its own run when that one was rejected', async () => {
    const { ledger, client, batchId, waiting, settle, sandbox, clock } = await held(lost);
    await settle([{ choice: 'send-again', row: 2, by: 'Ben' }]);
    sandbox.push({ kind: 'failed-in-200', code: 1000004 });
    await sit(ledger, client, batchId, { now: clock.now });
    expect((await ledger.order(batchId, 2))?.state).toBe('rejected');
    expect((await sit(ledger, client, waiting)).outcome).toMatchObject({ created: 1, stopped: null });
  });
});
