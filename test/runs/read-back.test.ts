import { expect, it } from 'vitest';
import { readBack, type ReadBack } from '../../app/runs';
import { around, freshAccount, freshLedger, many, recordOrders, sit } from './world';

it('compares each PBX of a run with its order and says what differs, what is gone and what can’t be read', async () => {
  const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
  const batchId = await recordOrders(ledger, connection, many(4));
  await sit(ledger, client, batchId);
  const [first, second, third, fourth] = sandbox.accepted().map((one) => one.cloudPbxId);
  const changed = around(client, {
    async cloudPbx(id) {
      if (id === third) return { outcome: 'absent' };
      if (id === fourth) return { outcome: 'failed', reason: 'timeout', message: 'no answer in time' };
      const found = await client.cloudPbx(id);
      if (id !== second || found.outcome !== 'found') return found;
      return { outcome: 'found', value: { ...found.value, extensionCapacity: 25 } };
    },
  });
  const read: ReadBack[] = [];
  for await (const one of readBack(ledger, changed, batchId)) read.push(one);
  expect(read).toEqual([
    { row: 2, name: 'PBX 1', cloudPbxId: first, outcome: 'same' },
    {
      row: 3,
      name: 'PBX 2',
      cloudPbxId: second,
      outcome: 'differs',
      differences: [{ label: 'Extensions', ordered: '20', found: '25', same: false }],
    },
    { row: 4, name: 'PBX 3', cloudPbxId: third, outcome: 'absent' },
    { row: 5, name: 'PBX 4', cloudPbxId: fourth, outcome: 'failed', message: 'no answer in time' },
  ]);
  expect(await ledger.counts(batchId)).toMatchObject({ created: 4 });
});

it('reads back only what the run created', async () => {
  const [ledger, { client, connection, sandbox }] = [await freshLedger(), await freshAccount()];
  const batchId = await recordOrders(ledger, connection, many(3));
  sandbox.push({ kind: 'failed-in-200', code: 1000004 });
  sandbox.push({ kind: 'drop-after' });
  await sit(ledger, client, batchId);
  const rows: number[] = [];
  for await (const one of readBack(ledger, client, batchId)) rows.push(one.row);
  expect(rows).toEqual([4]);
});
