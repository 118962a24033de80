import { expect, it } from 'vitest';
import { BATCH, create, NOON, open, ready, send, tempFolder } from './world';

it('finds every order at thousands of addresses asked about at once, in any state that takes one and no other', async () => {
  const ledger = await open(tempFolder());
  const id = await ledger.createBatch(BATCH, [
    ready(2, 'berlin'),
    ready(3, 'paris'),
    ready(4, 'rome'),
    ready(5, 'oslo'),
  ]);
  await create(ledger, id, 2);
  await send(ledger, id, 3);
  await send(ledger, id, 4);
  await ledger.transition(id, 4, 'sending', 'rejected', { at: NOON });
  const elsewhere = await ledger.createBatch({ ...BATCH, connectionKey: 'other' }, [ready(2, 'lima')]);
  await create(ledger, elsewhere, 2);

  const others = Array.from({ length: 2500 }, (_, at) => `free-${at}.example.com`);
  const cities = ['Berlin', 'berlin', 'paris', 'rome', 'oslo', 'lima'].map((name) => `${name}.example.com`);
  const found = await ledger.alreadyMade(BATCH.connectionKey, [...others, ...cities]);
  expect(found.map(({ url, state }) => [url, state])).toEqual([
    ['berlin.example.com', 'created'],
    ['paris.example.com', 'sending'],
  ]);
  expect(await ledger.alreadyMade(BATCH.connectionKey, others)).toEqual([]);
});
