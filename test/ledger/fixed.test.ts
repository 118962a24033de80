import { describe, expect, it } from 'vitest';
import { BATCH, create, NOON, open, rawFile, ready, tempFolder } from './world';

/** What a program that opens the file might try, and what it is told. */
const TRIES = [
  ['delete from batches', 'batches are never deleted'],
  ["update batches set sha256 = 'x'", 'what a batch is never changes'],
  ["update batches set operator = 'x'", 'what a batch is never changes'],
  ['delete from orders', 'orders are never deleted'],
  ["update orders set order_json = '{}'", 'what was ordered never changes'],
  ['update orders set order_json = null', 'what was ordered never changes'],
  ['update orders set edits = \'{"name":{"after":"x"}}\'', 'what was ordered never changes'],
  ["update orders set url = 'other.example.com'", 'what was ordered never changes'],
  ["update orders set cloud_pbx_id = '9'", 'the id of a created PBX never changes'],
  ['update orders set cloud_pbx_id = null', 'the id of a created PBX never changes'],
  [
    `insert into orders select batch_id, 99, connection_key, 'x', 'sending', name, customer, order_json, edits, words,
     null, null, null, null, null from orders limit 1`,
    'no order begins so',
  ],
  ['delete from attempts', 'attempts are never deleted'],
  ['update attempts set sent_at = 1', 'what was sent never changes'],
  ["update attempts set outcome = 'rejected'", 'an answer never changes'],
  ["update attempts set raw = 'x'", 'an answer never changes'],
  ['update attempts set raw = null', 'an answer never changes'],
  ['delete from decisions', 'decisions are never deleted'],
  ["update decisions set choice = 'leave'", 'decisions never change'],
  ['delete from events', 'events are never deleted'],
  ["update events set data = '{}' where seq = 2", 'events never change'],
  [
    'insert into events select 99, at, kind, batch_id, row, attempt, operator, os_user, data, hash from events limit 1',
    'events are only appended',
  ],
] as const;

describe('what is recorded', () => {
  it.each(TRIES)('stays: %s', async (statement, told) => {
    const dir = tempFolder();
    const ledger = await open(dir);
    const id = await ledger.createBatch(BATCH, [ready(2)]);
    await create(ledger, id, 2);
    const decision = { batchId: id, row: 2, at: NOON, decidedBy: 'Ann Lee', reason: 'seen' };
    await ledger.recordDecision({ ...decision, choice: 'adopt' });
    expect(() => rawFile(dir).exec(statement)).toThrow(told);
  });

  it('comes back as it was given', async () => {
    const ledger = await open(tempFolder());
    const given = ready(7, 'berlin', {
      edits: { name: 'Berlin' },
      originals: { name: 'Berln' },
      customer: 'Müller GmbH (501)',
    });
    const held = ready(8, 'paris', {
      state: 'skipped',
      skippedBecause: 'in-account',
      cloudPbxId: '77',
      edits: { plan: 'x' },
    });
    const id = await ledger.createBatch(BATCH, [given, held]);
    expect(await ledger.batch(id)).toMatchObject({
      ...BATCH,
      id,
      operator: 'Ann Lee',
      osUser: 'ann',
      rows: 2,
      state: 'open',
      archived: null,
    });
    expect(await ledger.orders(id)).toEqual([
      { ...given, batchId: id, requestId: null },
      { ...held, batchId: id, requestId: null, originals: {}, customer: '' },
    ]);
    await create(ledger, id, 7, '4711');
    const [attempt] = await ledger.attempts(id, 7);
    expect(attempt).toMatchObject({
      attempt: 1,
      sentAt: NOON,
      answer: { outcome: 'created', raw: '{"errcode":0,"outcome":"created"}' },
    });
    expect(await ledger.orders(id, { states: ['created'] })).toMatchObject([
      { row: 7, cloudPbxId: '4711', requestId: 'req-1', processedAt: NOON },
    ]);
    await ledger.setBatch(id, { state: 'finished', resultFile: '/r.xlsx' });
    expect(await ledger.findBatch(BATCH)).toBeNull();
    expect(await ledger.batches({ state: 'finished', limit: 1 })).toMatchObject([
      { id, resultFile: '/r.xlsx' },
    ]);
    expect(await ledger.batches({ connectionKey: 'other' })).toEqual([]);
  });

  it('names runs by UTC day and number, newest first', async () => {
    const ledger = await open(tempFolder());
    const ids = [await ledger.createBatch(BATCH, []), await ledger.createBatch(BATCH, [ready(2)])];
    expect(ids).toEqual(['20261124-1', '20261124-2']);
    expect((await ledger.batches()).map(({ id }) => id)).toEqual(['20261124-2', '20261124-1']);
    expect(await ledger.findBatch(BATCH)).toMatchObject({ id: '20261124-2' });
  });

  it('names the operator of the moment, and the system user', async () => {
    let operator = 'Ann';
    const ledger = await open(tempFolder(), { operator: () => operator });
    await ledger.recordEvent('opened', {});
    operator = 'Bob';
    await ledger.recordEvent('exported', { file: 'x.csv' });
    expect(await ledger.events()).toMatchObject([
      { seq: 1, kind: 'opened', operator: 'Ann', osUser: 'ann' },
      { seq: 2, kind: 'exported', operator: 'Bob', data: '{"file":"x.csv"}' },
    ]);
  });
});
