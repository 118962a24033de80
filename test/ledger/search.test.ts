import { describe, expect, it } from 'vitest';
import { busyLedger } from './audit-world';
import { NOON, open, BATCH, ready, rawFile, tempFolder } from './world';

describe('searching past runs', () => {
  it.each([
    ['a part of the sheet name', { text: 'NOVEMB' }, ['first']],
    ['a PBX name', { text: 'pbx dec' }, ['second']],
    ['a URL', { text: 'dec.example' }, ['second']],
    ['a cloudPbxId', { text: '9001' }, ['second']],
    ['a customer, whatever the letter case', { text: 'MÜLLER' }, ['first']],
    ['a customer id', { text: '501' }, ['second', 'first']],
    ['a run id', { text: '1124-2' }, ['second']],
    ['an operator', { text: 'bob' }, ['second']],
    ['a connection name', { text: 'live' }, ['second']],
    ['a connection', { connection: 'Sandbox' }, ['first']],
    ['an operator exactly', { operator: 'Ann Lee' }, ['first']],
    ['a state', { state: 'open' as const }, ['second']],
    ['a date', { to: NOON + 5000 }, ['first']],
    ['several things at once', { text: 'pbx', from: NOON + 5000 }, ['second']],
    ['everything, the newest', { limit: 1 }, ['second']],
    ['nothing there is', { text: 'nobody' }, []],
  ])('finds by %s', async (_, search, names) => {
    const world = await busyLedger();
    const found = await world.ledger.searchBatches(search);
    expect(found.map(({ id }) => (id === world.first ? 'first' : 'second'))).toEqual(names);
  });

  it('takes what is typed as it is', async () => {
    const ledger = await open(tempFolder());
    await ledger.createBatch(BATCH, [ready(2, 'a', { name: '100% "x"' })]);
    expect(await ledger.searchBatches({ text: '%' })).toHaveLength(1);
    expect(await ledger.searchBatches({ text: '_' })).toHaveLength(0);
    expect(await ledger.searchBatches({ text: '"X"' })).toHaveLength(1);
  });
});

describe('questions asked for every order', () => {
  it.each([
    [
      "select 1 from orders where connection_key = 'c' and url in ('a', 'b') and orders.state in ('sending', 'unconfirmed', 'created')",
      'orders_once',
    ],
    [
      "select batch_id, row from orders where state in ('sending', 'unconfirmed') and state = 'sending'",
      'orders_in_doubt',
    ],
    [
      "select 1 from orders where cloud_pbx_id = 'x' and connection_key = 'c' and state = 'created'",
      'orders_by_id',
    ],
    [
      "select distinct batch_id from orders indexed by orders_by_words where instr(words, 'x') > 0",
      'COVERING INDEX orders_by_words',
    ],
    ["select state, held, count from tallies where batch_id = 'x'", 'PRIMARY KEY'],
    ['select seq, hash from events order by seq desc limit 1', 'SCAN events'],
    [
      "select attempt from attempts where batch_id = 'x' and row = 1 order by attempt desc limit 1",
      'sqlite_autoindex_attempts_1',
    ],
    ["select * from events where batch_id = 'x' and row = 1 order by seq", 'events_by_order'],
    ["select * from decisions where batch_id = 'x'", 'decisions_by_order'],
  ])('use an index: %s', async (question, index) => {
    const dir = tempFolder();
    await (await open(dir)).close();
    const plan = rawFile(dir).prepare(`explain query plan ${question}`).all();
    expect(JSON.stringify(plan)).toContain(index);
    expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE FOR ORDER BY');
  });
});
