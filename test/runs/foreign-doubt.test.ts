import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../app/ledger';
import { reconcile, resultsOf } from '../../app/runs';
import {
  around,
  clockAt,
  freshAccount,
  freshLedger,
  recordOrders,
  sheetOfOrders,
  sit,
  type Account,
  type Clock,
} from './world';

type Foreign = Account & { ledger: Ledger; batchId: string; clock: Clock };
const URL = 'pbx-1.test.yeastarcloud.com';
const AFTER_ALL_REQUESTS = 121_000;

/** A run of a sheet whose first row says, and the ledger does not know, that it was sent; its second row is created. */
async function foreignSheet(): Promise<Foreign> {
  const clock = clockAt();
  const ledger = await freshLedger(undefined, clock.now);
  const account = await freshAccount(clock);
  const { connection, client } = account;
  const batchId = await recordOrders(ledger, connection, [], sheetOfOrders([{ status: 'unconfirmed' }, {}]));
  await sit(ledger, client, batchId, { now: clock.now });
  return { ...account, ledger, batchId, clock };
}
const by = 'Ana';
const settle = (
  { ledger, client, batchId, clock }: Foreign,
  ...decisions: Parameters<typeof reconcile>[0]['decisions'] & object
) => reconcile({ ledger, client, batchId, now: clock.now, ...(decisions.length > 0 && { decisions }) });
const rowTwo = async ({ ledger, batchId }: Foreign) => (await resultsOf(ledger, batchId))[0];

describe('a row that only its sheet says was sent', () => {
  it('is done when the account has it', async () => {
    const world = await foreignSheet();
    const { client, ledger, batchId } = world;
    const [order] = sheetOfOrders([{}]).checked;
    const made = await client.createCloudPbx(order?.order as never);
    const cloudPbxId = made.outcome === 'created' ? made.cloudPbxId : '';
    expect(await settle(world)).toMatchObject([{ row: 2, outcome: 'adopted', cloudPbxId }]);
    expect(await rowTwo(world)).toMatchObject({ status: 'skipped', cloudPbxId });
    expect((await ledger.batch(batchId))?.state).toBe('finished');
    expect(await ledger.verifyChain()).toMatchObject({ ok: true });
  });

  it('absent, stays as it is until a person decides; then its result may be submitted, and the record says who and why', async () => {
    const world = await foreignSheet();
    const { clock, ledger, batchId, sandbox } = world;
    clock.advance(AFTER_ALL_REQUESTS);
    expect(await settle(world)).toMatchObject([{ row: 2, outcome: 'unknown' }]);
    expect(await rowTwo(world)).toMatchObject({ status: 'unconfirmed' });
    expect(await settle(world, { choice: 'leave', row: 2, by })).toMatchObject([{ outcome: 'left' }]);
    expect(await rowTwo(world)).toMatchObject({ status: 'unconfirmed' });
    expect(await settle(world, { choice: 'adopt', row: 2, cloudPbxId: '7', by })).toMatchObject([
      { outcome: 'refused' },
    ]);
    const reason = 'The notebook it was sent from is broken.';
    const decided = await settle(world, { choice: 'send-again', row: 2, by, reason });
    expect(decided).toMatchObject([{ outcome: 'ready', message: expect.stringContaining('Ana decided') }]);
    expect(await rowTwo(world)).toMatchObject({ status: 'not sent' });
    expect((await ledger.decisions(batchId)).map((one) => [one.choice, one.decidedBy, one.reason])).toEqual([
      ['leave', by, ''],
      ['send-again', by, reason],
    ]);
    // This run itself has no order to send.
    await sit(ledger, world.client, batchId, { now: clock.now });
    expect(sandbox.accepted()).toHaveLength(1);
    expect(await ledger.verifyChain()).toMatchObject({ ok: true });
  });

  it('can’t be let go while it may still be on its way, nor when nobody can look', async () => {
    const world = await foreignSheet();
    const { clock, client, ledger, batchId } = world;
    const again = { choice: 'send-again', row: 2, by } as const;
    expect(await settle(world, again)).toMatchObject([{ outcome: 'too-recent' }]);
    clock.advance(AFTER_ALL_REQUESTS);
    const failed = async () => ({ outcome: 'failed', reason: 'timeout', message: 'No answer.' }) as const;
    const blind = { ...world, client: around(client, { findByUrl: failed, searchByUrl: failed }) };
    expect(await settle(blind, again)).toMatchObject([{ outcome: 'refused' }]);
    expect(await settle(blind)).toMatchObject([{ outcome: 'unknown' }]);
    expect(await ledger.decisions(batchId)).toEqual([]);
    expect(await rowTwo(world)).toMatchObject({ status: 'unconfirmed' });
  });

  it('is not let go when it turns out to be there after all, whatever was decided', async () => {
    const world = await foreignSheet();
    const [order] = sheetOfOrders([{}]).checked;
    await world.client.createCloudPbx(order?.order as never);
    world.clock.advance(AFTER_ALL_REQUESTS);
    expect(await settle(world, { choice: 'send-again', row: 2, by })).toMatchObject([{ outcome: 'adopted' }]);
    expect(await rowTwo(world)).toMatchObject({ status: 'skipped' });
  });

  it('is the other run’s to settle where this ledger knows one at its address', async () => {
    const world = await foreignSheet();
    const { ledger, client, connection, clock, sandbox } = world;
    const own = await recordOrders(ledger, connection, [{}], {
      file: { path: '/own.csv', name: 'own.csv', sha256: 'd'.repeat(64) },
    });
    sandbox.push({ kind: 'drop-before' });
    await sit(ledger, client, own, { now: clock.now });
    expect((await ledger.order(own, 2))?.state).toBe('unconfirmed');
    clock.advance(AFTER_ALL_REQUESTS);
    expect(await settle(world)).toEqual([]);
    const decided = await settle(world, { choice: 'send-again', row: 2, by });
    expect(decided).toMatchObject([{ outcome: 'refused', message: expect.stringContaining('waiting') }]);
    expect((await ledger.alreadyMade('sandbox', [URL])).length).toBe(1);
  });
});
