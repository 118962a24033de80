import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../app/ledger';
import { reconcile, resultsOf, RunControl, stopReasonMessage, type RunEvent } from '../../app/runs';
import { cloudPbxSchema, type Client } from '../../app/ycm';
import {
  around,
  aroundLedger,
  clockAt,
  freshAccount,
  freshLedger,
  many,
  NOW,
  recordOrders,
  sit,
} from './world';

const rowsOf = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'row' ? [`${event.row} ${event.state}`] : []));

/** What the ledger has for a row at the instant its request leaves, and how often one left. */
function watching(client: Client, ledger: Ledger, batchId: string): { client: Client; seen: string[] } {
  const seen: string[] = [];
  return {
    seen,
    client: around(client, {
      async createCloudPbx(order, signal) {
        const all = await ledger.orders(batchId);
        seen.push(all.map((one) => one.state).join(' '));
        return client.createCloudPbx(order, signal);
      },
    }),
  };
}

describe('submitting a batch', () => {
  it('creates the PBXs in sheet order, each with its own id, and every row is accounted for', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(3));
    const { outcome, events } = await sit(ledger, client, batchId);
    expect(outcome).toMatchObject({ rows: 3, created: 3, notSent: 0, stopped: null });
    expect(sandbox.accepted().map((one) => one.url.split('.')[0])).toEqual(['pbx-1', 'pbx-2', 'pbx-3']);
    const ids = sandbox.accepted().map((one) => one.cloudPbxId);
    expect((await resultsOf(ledger, batchId)).map((one) => one.cloudPbxId)).toEqual(ids);
    expect(rowsOf(events)).toEqual([
      '2 sending',
      '2 created',
      '3 sending',
      '3 created',
      '4 sending',
      '4 created',
    ]);
    expect((await ledger.batch(batchId))?.state).toBe('finished');
  });

  it('has the intent on disk before a request leaves, and the answer before the next row', async () => {
    const [ledger, account] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, account.connection, many(3));
    const { client, seen } = watching(account.client, ledger, batchId);
    await sit(ledger, client, batchId);
    expect(seen).toEqual(['sending ready ready', 'created sending ready', 'created created sending']);
  });

  it('keeps what YCM answered, word for word, with the attempt', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(1));
    await sit(ledger, client, batchId);
    const [attempt] = await ledger.attempts(batchId, 2);
    expect(attempt?.answer).toMatchObject({ outcome: 'created', httpStatus: 200 });
    expect(attempt?.answer?.raw).toContain(sandbox.accepted()[0]?.cloudPbxId);
    expect((await ledger.order(batchId, 2))?.requestId).toBe(attempt?.answer?.requestId);
  });

  it('goes on after a rejected order, with YCM’s own words beside the row', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(3));
    sandbox.push({ kind: 'failed-in-200', code: 1000005 });
    const { outcome } = await sit(ledger, client, batchId);
    expect(outcome).toMatchObject({ created: 2, rejected: 1, stopped: null });
    const [first] = await resultsOf(ledger, batchId);
    expect(first?.status).toBe('rejected');
    expect(first?.error).toMatch(/DATA_NOT_FOUND|not found/i);
  });

  it('skips what another sheet created meanwhile, with its id', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const first = await recordOrders(ledger, connection, many(2));
    const second = await recordOrders(ledger, connection, many(3), {
      file: { path: '/b.csv', name: 'b.csv', sha256: 'b'.repeat(64) },
    });
    await sit(ledger, client, first);
    const { outcome } = await sit(ledger, client, second);
    expect(outcome).toMatchObject({ created: 1, skipped: 2 });
    const [row] = await resultsOf(ledger, second);
    expect(row).toMatchObject({ status: 'skipped', cloudPbxId: sandbox.accepted()[0]?.cloudPbxId });
    expect(row?.error).toContain('orders.csv row 2');
    expect(sandbox.accepted()).toHaveLength(3);
  });

  it('refuses to go on with another account than the run was begun with', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const production = { ...connection, kind: 'production' } as const;
    const batchId = await recordOrders(ledger, production, many(2));
    const { outcome } = await sit(ledger, client, batchId);
    expect(outcome).toMatchObject({ notSent: 2, stopped: { code: 'another-account' } });
    expect(sandbox.accepted()).toEqual([]);
  });

  it('is not sent by two at once', async () => {
    const [ledger, { client, connection }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(2));
    const first = sit(ledger, client, batchId);
    await expect(sit(ledger, client, batchId)).rejects.toThrow('being sent already');
    expect((await first).outcome.created).toBe(2);
  });

  it('is not disturbed by a listener that fails', async () => {
    const [ledger, { client, connection }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(2));
    const { outcome } = await sit(ledger, client, batchId, {
      onEvent: () => {
        throw new Error('window closed');
      },
    });
    expect(outcome).toMatchObject({ created: 2, stopped: null });
  });
});

describe('an answer that is not known', () => {
  it('leaves the order unconfirmed, and no later sitting sends it again', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(3));
    sandbox.push({ kind: 'drop-after' });
    const { outcome } = await sit(ledger, client, batchId);
    expect(outcome).toMatchObject({ created: 2, unconfirmed: 1, stopped: null });
    for (let again = 0; again < 3; again++) await sit(ledger, client, batchId);
    expect(sandbox.accepted()).toHaveLength(3);
    expect(await ledger.attempts(batchId, 2)).toHaveLength(1);
    expect((await ledger.batch(batchId))?.state).toBe('open');
  });

  it('stops the run when it happens to several in a row', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(6));
    sandbox.always({ kind: 'status', status: 503 });
    const { outcome, events } = await sit(ledger, client, batchId);
    expect(outcome).toMatchObject({ unconfirmed: 3, notSent: 3 });
    expect(outcome.stopped).toEqual({ code: 'unconfirmed-in-a-row', count: 3 });
    expect(events.at(-2)).toEqual({ type: 'stopped', reason: outcome.stopped });
    expect((await ledger.batch(batchId))?.stopReason).toContain('Reconcile them');
  });

  it('does not stop it when others in between are answered', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(6));
    let calls = 0;
    const flaky = around(client, {
      createCloudPbx(order, signal) {
        if (calls++ % 2 === 0) sandbox.push({ kind: 'drop-before' });
        return client.createCloudPbx(order, signal);
      },
    });
    expect((await sit(ledger, flaky, batchId)).outcome).toMatchObject({
      created: 3,
      unconfirmed: 3,
      stopped: null,
    });
  });

  it('is what a client that fails in an unforeseen way leaves, too', async () => {
    const [ledger, { client, connection }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(1));
    const broken = around(client, { createCloudPbx: () => Promise.reject(new TypeError('oops')) });
    expect((await sit(ledger, broken, batchId)).outcome).toMatchObject({ unconfirmed: 1 });
  });

  it('holds an order of another sheet at the same address until it is settled', async () => {
    const clock = clockAt();
    const ledger = await freshLedger(undefined, clock.now);
    const { client, connection, sandbox } = await freshAccount(clock);
    const other = { path: '/b.csv', name: 'b.csv', sha256: 'b'.repeat(64) };
    const first = await recordOrders(ledger, connection, many(1));
    const second = await recordOrders(ledger, connection, many(2), { file: other });
    sandbox.push({ kind: 'drop-after' });
    await sit(ledger, client, first);
    const { outcome } = await sit(ledger, client, second);
    expect(outcome).toMatchObject({ created: 1, unconfirmed: 1, skipped: 0 });
    const [held] = await resultsOf(ledger, second);
    expect(held).toMatchObject({ status: 'unconfirmed', cloudPbxId: null });
    expect(held?.error).toContain('orders.csv row 2');
    expect(sandbox.accepted()).toHaveLength(2);
  });
});

describe('an order that was surely not created', () => {
  it('is sent again, waiting longer each time, until it goes through', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(1));
    for (let times = 0; times < 3; times++) sandbox.push({ kind: 'status', status: 429, code: 1000040 });
    const waits: number[] = [];
    const { outcome, events } = await sit(ledger, client, batchId, {
      sleep: async (ms) => void waits.push(ms),
      limits: { firstWaitMs: 1000 },
    });
    expect(outcome).toMatchObject({ created: 1, stopped: null });
    expect(waits).toEqual([750, 1500, 3000]);
    expect(events.filter((event) => event.type === 'waiting')).toHaveLength(3);
    expect((await ledger.attempts(batchId, 2)).map((one) => one.answer?.outcome)).toEqual([
      'not-sent',
      'not-sent',
      'not-sent',
      'created',
    ]);
    expect(sandbox.accepted()).toHaveLength(1);
  });

  it('waits at least as long as YCM asks for', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(1));
    sandbox.push({ kind: 'status', status: 429, code: 1000040, retryAfter: '30' });
    const waits: number[] = [];
    await sit(ledger, client, batchId, { sleep: async (ms) => void waits.push(ms) });
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThanOrEqual(30_000);
    expect(waits[0]).toBeLessThanOrEqual(33_000);
  });

  it('stops the run after the most attempts, and is ready for another day', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(2));
    sandbox.always({ kind: 'status', status: 429, code: 1000040 });
    const { outcome } = await sit(ledger, client, batchId, { limits: { attempts: 4 } });
    expect(outcome).toMatchObject({ notSent: 2, stopped: { code: 'unreachable', attempts: 4 } });
    expect(await ledger.attempts(batchId, 2)).toHaveLength(4);
    sandbox.always(null);
    expect((await sit(ledger, client, batchId)).outcome).toMatchObject({ created: 2, stopped: null });
  });

  it('stops the run when nothing answers at that address', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(2));
    await sandbox.close();
    const { outcome } = await sit(ledger, client, batchId);
    expect(outcome).toMatchObject({ notSent: 2, unconfirmed: 0, stopped: { code: 'unreachable' } });
  });

  it('stops the run when the account may not do it', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(2));
    sandbox.push({ kind: 'failed-in-200', code: 1000043 });
    const { outcome } = await sit(ledger, client, batchId);
    expect(outcome).toMatchObject({ notSent: 2, stopped: { code: 'denied' } });
    expect(sandbox.accepted()).toEqual([]);
    if (outcome.stopped) expect(stopReasonMessage(outcome.stopped)).toContain('refused this account');
    expect((await sit(ledger, client, batchId)).outcome).toMatchObject({ created: 2 });
  });
});

describe('what stops a run by itself', () => {
  it('is the same rejection too often in a row', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(9));
    sandbox.always({ kind: 'failed-in-200', code: 1000005 });
    const { outcome } = await sit(ledger, client, batchId);
    expect(outcome).toMatchObject({ rejected: 5, notSent: 4, stopped: { code: 'same-rejection', count: 5 } });
  });

  it('is not different rejections', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(8));
    for (let at = 0; at < 8; at++) sandbox.push({ kind: 'failed-in-200', code: at % 2 ? 1000004 : 1000005 });
    expect((await sit(ledger, client, batchId)).outcome).toMatchObject({ rejected: 8, stopped: null });
  });

  it.each([
    [{ maxPbxs: 2 }, { what: 'PBXs', cap: 2 }],
    [{ maxExtensions: 50 }, { what: 'extensions', cap: 50 }],
  ])('is a cap on what one run may spend: %o', async (limits, cap) => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(4));
    sandbox.push({ kind: 'drop-after' });
    const { outcome } = await sit(ledger, client, batchId, { limits });
    expect(outcome).toMatchObject({ unconfirmed: 1, created: 1, notSent: 2 });
    expect(outcome.stopped).toEqual({ code: 'spend-cap', ...cap });
    // A cap is the run's, however often it is continued.
    expect((await sit(ledger, client, batchId, { limits })).outcome).toMatchObject({
      created: 1,
      notSent: 2,
    });
    expect(sandbox.accepted()).toHaveLength(2);
  });
});

describe('the operator', () => {
  it('pauses after the order being sent, and resumes', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(3));
    const control = new RunControl();
    const pausing = around(client, {
      createCloudPbx(order, signal) {
        if (order.name === 'PBX 1') control.pause();
        return client.createCloudPbx(order, signal);
      },
    });
    const atPause: number[] = [];
    const events: string[] = [];
    const { outcome } = await sit(ledger, pausing, batchId, {
      control,
      onEvent: ({ type }) => {
        events.push(type);
        if (type !== 'paused') return;
        atPause.push(sandbox.accepted().length);
        setImmediate(() => control.resume());
      },
    });
    expect(atPause).toEqual([1]);
    expect(events.filter((type) => type === 'paused' || type === 'resumed')).toEqual(['paused', 'resumed']);
    expect(outcome).toMatchObject({ created: 3, stopped: null });
  });

  it('stops after the order being sent, which is never cut off', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(3));
    const control = new RunControl();
    const stopping = around(client, {
      createCloudPbx(order, signal) {
        control.stop();
        expect(signal).toBeUndefined();
        return client.createCloudPbx(order, signal);
      },
    });
    const { outcome } = await sit(ledger, stopping, batchId, { control });
    expect(outcome).toMatchObject({ created: 1, notSent: 2, stopped: { code: 'stopped' } });
    expect(sandbox.accepted()).toHaveLength(1);
    expect((await ledger.batch(batchId))?.stopReason).toContain('Stopped by the operator');
    expect((await sit(ledger, client, batchId)).outcome).toMatchObject({ created: 3, stopped: null });
    expect(await ledger.batch(batchId)).toMatchObject({ state: 'finished', stopReason: null });
  });

  it('stops a run that waits, at once', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(1));
    sandbox.push({ kind: 'status', status: 429, code: 1000040 });
    const control = new RunControl();
    const { outcome } = await sit(ledger, client, batchId, {
      control,
      sleep: (_ms, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve());
          control.stop();
        }),
    });
    expect(outcome).toMatchObject({ notSent: 1, stopped: { code: 'stopped' } });
    expect(await ledger.attempts(batchId, 2)).toHaveLength(1);
  });

  it('stops a run that is paused', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(2));
    const control = new RunControl();
    control.pause();
    const { outcome } = await sit(ledger, client, batchId, {
      control,
      onEvent: ({ type }) => void (type === 'paused' && setImmediate(() => control.stop())),
    });
    expect(outcome).toMatchObject({ notSent: 2, stopped: { code: 'stopped' } });
    expect(sandbox.accepted()).toEqual([]);
  });
});

describe('a trial with the first order', () => {
  it('lets the rest go when the PBX is as ordered', async () => {
    const [ledger, { client, connection }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(3));
    const read: string[] = [];
    const reading = around(client, {
      cloudPbx(id) {
        read.push(id);
        return client.cloudPbx(id);
      },
    });
    const { outcome } = await sit(ledger, reading, batchId, { canary: true });
    expect(outcome).toMatchObject({ created: 3, stopped: null });
    expect(read).toHaveLength(1);
  });

  it('stops the run when the PBX differs, naming what does', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(3));
    const wrong = around(client, {
      createCloudPbx: (order, signal) => client.createCloudPbx({ ...order, extensionCapacity: 99 }, signal),
    });
    const { outcome } = await sit(ledger, wrong, batchId, { canary: true });
    expect(outcome).toMatchObject({ created: 1, notSent: 2, stopped: { code: 'canary' } });
    if (outcome.stopped)
      expect(stopReasonMessage(outcome.stopped)).toContain('Extensions is "99" instead of "20"');
    expect(sandbox.accepted()).toHaveLength(1);
    // The operator has seen it; going on is their decision.
    expect((await sit(ledger, client, batchId, { canary: true })).outcome).toMatchObject({ created: 3 });
  });

  it('stops the run when the first order is rejected, and tries the next when it goes on', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(3));
    sandbox.push({ kind: 'failed-in-200', code: 1000004 });
    const { outcome } = await sit(ledger, client, batchId, { canary: true });
    expect(outcome).toMatchObject({ rejected: 1, notSent: 2, stopped: { code: 'canary' } });
    expect((await sit(ledger, client, batchId, { canary: true })).outcome).toMatchObject({ created: 2 });
  });

  it('reads back what was created before an interruption instead of creating another', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(3));
    const silent = around(client, {
      cloudPbx: async () => ({ outcome: 'failed', reason: 'timeout', message: 'no answer in time' }),
    });
    const first = await sit(ledger, silent, batchId, { canary: true });
    expect(first.outcome).toMatchObject({ created: 1, stopped: { code: 'canary' } });
    await sit(ledger, silent, batchId, { canary: true });
    expect(sandbox.accepted()).toHaveLength(1);
    expect((await sit(ledger, client, batchId, { canary: true })).outcome).toMatchObject({ created: 3 });
  });
});

describe('an answer with the id of another order', () => {
  /** Answers each order with the first one's id, as something between that mixes answers up. */
  async function mixedUp() {
    const clock = clockAt();
    const ledger = await freshLedger(undefined, clock.now);
    const account = await freshAccount(clock);
    const batchId = await recordOrders(ledger, account.connection, many(2));
    const client = around(account.client, {
      async createCloudPbx(order) {
        const answer = await account.client.createCloudPbx(order);
        return answer.outcome === 'created' ? { ...answer, cloudPbxId: '42100' } : answer;
      },
    });
    await sit(ledger, client, batchId, { now: clock.now });
    return { ...account, ledger, batchId, clock };
  }

  it('is not believed: the order is unconfirmed until its own PBX is found', async () => {
    const { ledger, batchId, client, clock, sandbox } = await mixedUp();
    const [, second] = await resultsOf(ledger, batchId);
    expect(second).toMatchObject({ status: 'unconfirmed', cloudPbxId: null });
    expect(second?.error).toContain('PBX 42100');
    expect(second?.error).toContain('orders.csv row 2');
    await reconcile({ ledger, client, batchId, now: clock.now });
    const ids = (await resultsOf(ledger, batchId)).map((one) => one.cloudPbxId);
    expect(ids).toEqual(sandbox.accepted().map((one) => one.cloudPbxId));
    expect(new Set(ids).size).toBe(2);
  });

  it('is believed when YCM shows that PBX at this address, as a sandbox begun anew does', async () => {
    const [ledger, old] = [await freshLedger(), await freshAccount()];
    await sit(ledger, old.client, await recordOrders(ledger, old.connection, many(1)));
    const { client, connection } = await freshAccount();
    const batchId = await recordOrders(ledger, connection, [{ subDomain: 'other' }], {
      file: { path: '/b.csv', name: 'b.csv', sha256: 'b'.repeat(64) },
    });
    expect((await sit(ledger, client, batchId)).outcome).toMatchObject({ created: 1, unconfirmed: 0 });
  });

  it('is not lost when the ledger can’t say whose it is', async () => {
    const [ledger, { client, connection }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(1));
    const deaf = aroundLedger(ledger, {
      holderOf: async () => {
        throw new Error('no answer');
      },
    });
    expect((await sit(deaf, client, batchId)).outcome).toMatchObject({ created: 1 });
  });
});

describe('an address that YCM says is taken', () => {
  const unanswered = async () => ({ outcome: 'failed', reason: 'timeout', message: 'no answer' }) as const;

  it.each([{ status: 401 }, { status: 429, retryAfter: '0' }])(
    'is asked about when it can’t be looked up, for a refused request may have taken it: %o',
    async (fault) => {
      const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
      const batchId = await recordOrders(ledger, connection, many(1));
      sandbox.push({ kind: 'status', done: true, ...fault });
      const blind = around(client, { findByUrl: unanswered, searchByUrl: unanswered });
      expect((await sit(ledger, blind, batchId)).outcome).toMatchObject({ unconfirmed: 1, rejected: 0 });
    },
  );

  it('is asked about when YCM shows too little of what is there', async () => {
    const { ledger, client, batchId } = await lateArrival();
    const bare = around(client, {
      async findByUrl(url) {
        const found = await client.findByUrl(url);
        if (found.outcome !== 'found') return found;
        const { cloudPbxId } = found.value;
        return { outcome: 'found', value: cloudPbxSchema.parse({ cloudPbxId, url }) };
      },
    });
    expect((await sit(ledger, bare, batchId)).outcome).toMatchObject({ unconfirmed: 1, rejected: 0 });
    expect((await resultsOf(ledger, batchId))[0]?.error).toContain('too little');
  });

  it('is rejected when no list of the account shows it: another account has it', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(1));
    sandbox.push({ kind: 'failed-in-200', code: 1000007 });
    expect((await sit(ledger, client, batchId)).outcome).toMatchObject({ unconfirmed: 0, rejected: 1 });
  });

  it('rejects the order and says by whom', async () => {
    const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
    const batchId = await recordOrders(ledger, connection, many(2));
    const order = (await ledger.order(batchId, 2))?.order;
    if (!order) throw new Error('no order');
    await client.createCloudPbx({ ...order, name: 'Somebody else' });
    const { outcome } = await sit(ledger, client, batchId);
    expect(outcome).toMatchObject({ rejected: 1, created: 1 });
    const [row] = await resultsOf(ledger, batchId);
    expect(row?.error).toContain(`PBX ${sandbox.accepted()[0]?.cloudPbxId} "Somebody else"`);
    expect(row?.cloudPbxId).toBeNull();
  });

  it('is never adopted without an attempt of ours, however alike: a person is asked', async () => {
    const clock = clockAt();
    const [ledger, { client, connection }] = [await freshLedger(), await freshAccount(clock)];
    const batchId = await recordOrders(ledger, connection, many(1));
    const order = (await ledger.order(batchId, 2))?.order;
    if (order) await client.createCloudPbx(order);
    expect((await sit(ledger, client, batchId)).outcome).toMatchObject({ unconfirmed: 1, created: 0 });
    const [found] = await reconcile({ ledger, client, batchId, now: clock.now });
    expect(found).toMatchObject({ outcome: 'differs', cloudPbxId: '42100' });
    const decisions = [{ choice: 'adopt', row: 2, cloudPbxId: '42100', by: 'Ana' }] as const;
    await reconcile({ ledger, client, batchId, now: clock.now, decisions });
    expect((await resultsOf(ledger, batchId))[0]).toMatchObject({ status: 'created', cloudPbxId: '42100' });
  });

  it.each([{ status: 401 }, { status: 429, retryAfter: '0' }])(
    'is asked about when what looked like a refusal had created it: %o',
    async (fault) => {
      const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
      const batchId = await recordOrders(ledger, connection, many(1));
      sandbox.push({ kind: 'status', done: true, ...fault });
      expect((await sit(ledger, client, batchId)).outcome).toMatchObject({ unconfirmed: 1, rejected: 0 });
      const [{ cloudPbxId } = { cloudPbxId: '' }] = sandbox.accepted();
      const [candidate] = await reconcile({ ledger, client, batchId, now: () => NOW });
      expect(candidate).toMatchObject({ outcome: 'differs', cloudPbxId });
      expect(sandbox.accepted()).toHaveLength(1);
    },
  );

  /** The first request is held up on its way and carried out after it was looked up and found absent. */
  async function lateArrival(change: Record<string, unknown> = {}) {
    const clock = clockAt();
    const ledger = await freshLedger(undefined, clock.now);
    const account = await freshAccount(clock);
    const batchId = await recordOrders(ledger, account.connection, many(1));
    account.sandbox.push({ kind: 'drop-before' });
    await sit(ledger, account.client, batchId, { now: clock.now });
    const facts = { at: clock.now(), reason: 'absent' };
    await ledger.transition(batchId, 2, 'unconfirmed', 'ready', facts);
    const order = (await ledger.order(batchId, 2))?.order;
    if (order) await account.client.createCloudPbx({ ...order, ...change });
    return { ...account, ledger, batchId, clock };
  }

  it('is adopted when an earlier attempt of ours made it after all', async () => {
    const { ledger, client, batchId, sandbox } = await lateArrival();
    expect((await sit(ledger, client, batchId)).outcome).toMatchObject({ created: 1, rejected: 0 });
    const [row] = await resultsOf(ledger, batchId);
    expect(row).toMatchObject({
      status: 'created',
      cloudPbxId: sandbox.accepted()[0]?.cloudPbxId,
      error: null,
    });
    expect(sandbox.accepted()).toHaveLength(1);
  });

  it('is rejected when what is there was never ordered by us', async () => {
    const { ledger, client, batchId } = await lateArrival({ name: 'Somebody else' });
    expect((await sit(ledger, client, batchId)).outcome).toMatchObject({ created: 0, rejected: 1 });
  });

  it('stays unconfirmed when it can’t be looked up', async () => {
    const { ledger, client, batchId } = await lateArrival();
    const blind = around(client, { findByUrl: unanswered, searchByUrl: unanswered });
    expect((await sit(ledger, blind, batchId)).outcome).toMatchObject({ unconfirmed: 1, rejected: 0 });
  });
});

it('an order that this version can no longer send is not sent', async () => {
  const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
  const batchId = await recordOrders(ledger, connection, many(2));
  const older = aroundLedger(ledger, {
    orders: async (id, filter) =>
      (await ledger.orders(id, filter)).map((one) => (one.row === 2 ? { ...one, order: null } : one)),
  });
  const { outcome } = await sit(older, client, batchId);
  expect(outcome).toMatchObject({ created: 1, notSent: 1 });
  expect(sandbox.accepted()).toHaveLength(1);
});

it('an order whose expiry date passed before the run went on is not sent, and says so', async () => {
  const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
  const batchId = await recordOrders(ledger, connection, [
    { expirationDate: '2027-12-31' },
    { expirationDate: '', allowRunAfterExpirationDate: '' },
  ]);
  const late = () => Date.UTC(2028, 0, 1);
  const { outcome } = await sit(ledger, client, batchId, { now: late });
  expect(outcome).toMatchObject({ created: 1, notSent: 1, stopped: null });
  expect(sandbox.accepted()).toHaveLength(1);
  expect((await resultsOf(ledger, batchId))[0]).toMatchObject({
    status: 'not sent',
    error: expect.stringContaining('expiry date passed'),
  });
});
