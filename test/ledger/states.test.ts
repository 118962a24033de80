import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLegal, ORDER_STATES, type Ledger, type OrderState } from '../../app/ledger';
import { answer, BATCH, NOON, open, outcome, rawFile, ready, tempFolder } from './world';

/** Every change of state the design allows; all others are refused. */
const LEGAL = [
  'ready > sending',
  'ready > skipped',
  'ready > cancelled',
  'sending > created',
  'sending > rejected',
  'sending > unconfirmed',
  'sending > ready',
  'unconfirmed > created',
  'unconfirmed > ready',
  'skipped > ready',
  'skipped > skipped',
  'cancelled > ready',
];
/** How an order gets into each state. */
const WAYS: Record<OrderState, OrderState[]> = {
  invalid: [],
  ready: ['ready'],
  sending: ['ready', 'sending'],
  created: ['ready', 'sending', 'created'],
  rejected: ['ready', 'sending', 'rejected'],
  unconfirmed: ['ready', 'sending', 'unconfirmed'],
  skipped: ['ready', 'skipped'],
  cancelled: ['ready', 'cancelled'],
};

const change = (ledger: Ledger, id: string, row: number, from: OrderState, to: OrderState): Promise<string> =>
  outcome(
    ledger.transition(id, row, from, to, { at: NOON, cloudPbxId: `id-${row}`, skippedBecause: 'held' }),
  );

async function orderIn(ledger: Ledger, id: string, row: number, state: OrderState): Promise<void> {
  const [, ...steps] = WAYS[state];
  let at: OrderState = 'ready';
  for (const step of steps) {
    expect(await change(ledger, id, row, at, step)).toBe('done');
    at = step;
  }
}

describe('the states of an order', () => {
  it('follow one another only as designed, in every one of the 64 pairs', async () => {
    const ledger = await open(tempFolder());
    const pairs = ORDER_STATES.flatMap((from) => ORDER_STATES.map((to) => ({ from, to })));
    const orders = pairs.map(({ from }, row) =>
      ready(row + 2, `pbx-${row}`, from === 'invalid' ? { state: 'invalid', order: null, url: null } : {}),
    );
    const id = await ledger.createBatch(BATCH, orders);
    const done: string[] = [];
    for (const [index, { from, to }] of pairs.entries()) {
      await orderIn(ledger, id, index + 2, from);
      const result = await change(ledger, id, index + 2, from, to);
      if (result === 'done') done.push(`${from} > ${to}`);
      else expect(result).toBe('illegal-transition');
      expect((await ledger.order(id, index + 2))?.state).toBe(result === 'done' ? to : from);
    }
    expect(done.sort()).toEqual([...LEGAL].sort());
    expect(pairs.filter(({ from, to }) => isLegal(from, to))).toHaveLength(LEGAL.length);
  });

  it('are refused by the database itself where the program would be wrong', async () => {
    const dir = tempFolder();
    const ledger = await open(dir);
    const pairs = ORDER_STATES.flatMap((from) => ORDER_STATES.map((to) => ({ from, to })));
    const orders = pairs.map(({ from }, row) =>
      ready(row + 2, `pbx-${row}`, from === 'invalid' ? { state: 'invalid' } : {}),
    );
    const id = await ledger.createBatch(BATCH, orders);
    for (const [index, { from }] of pairs.entries()) await orderIn(ledger, id, index + 2, from);
    await ledger.close();
    const db = rawFile(dir);
    const set = db.prepare(
      "update orders set state = ?, cloud_pbx_id = coalesce(cloud_pbx_id, 'x') where row = ?",
    );
    for (const [index, { from, to }] of pairs.entries()) {
      const attempt = (): unknown => set.run(to, index + 2);
      if (from === to || LEGAL.includes(`${from} > ${to}`)) attempt();
      else expect(attempt).toThrow('illegal change of state');
    }
  });

  it('are refused when the order is in another state than its caller believes', async () => {
    const ledger = await open(tempFolder());
    const id = await ledger.createBatch(BATCH, [ready(2)]);
    await orderIn(ledger, id, 2, 'sending');
    await expect(ledger.transition(id, 2, 'ready', 'sending', { at: NOON })).rejects.toMatchObject({
      code: 'illegal-transition',
      facts: { row: 2, from: 'ready', to: 'sending', found: 'sending' },
    });
    expect(await outcome(ledger.transition(id, 3, 'ready', 'sending', { at: NOON }))).toBe('no-such-order');
    expect(await ledger.attempts(id, 2)).toHaveLength(1);
  });

  it('need what they say: no PBX is created without its id, none skipped without a reason', async () => {
    const ledger = await open(tempFolder());
    const id = await ledger.createBatch(BATCH, [ready(2)]);
    expect(await outcome(ledger.transition(id, 2, 'ready', 'skipped', { at: NOON }))).toBe(
      'illegal-transition',
    );
    await orderIn(ledger, id, 2, 'sending');
    const without = ledger.transition(id, 2, 'sending', 'created', { at: NOON, answer: answer('created') });
    await expect(without).rejects.toThrow('without cloudPbxId');
    expect((await ledger.order(id, 2))?.state).toBe('sending');
    expect(await ledger.events({ kind: 'sending > created' })).toEqual([]);
  });

  it('forget the id of a PBX that turned out not to be theirs', async () => {
    const ledger = await open(tempFolder());
    const inAccount = { state: 'skipped', skippedBecause: 'in-account', cloudPbxId: '77' } as const;
    const id = await ledger.createBatch(BATCH, [ready(2, 'berlin', inAccount)]);
    await ledger.transition(id, 2, 'skipped', 'ready', { at: NOON });
    expect(await ledger.order(id, 2)).toMatchObject({
      state: 'ready',
      cloudPbxId: null,
      skippedBecause: null,
    });
    expect(await ledger.verifyChain()).toMatchObject({ ok: true });
  });

  it('keep attempts, counts, trail and URL in step through any sequence of changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 2, max: 5 }), fc.constantFrom(...ORDER_STATES)), {
          maxLength: 40,
        }),
        async (steps) => {
          const ledger = await open(tempFolder());
          // Rows 2 and 3 order the same URL, which only one of them may have at a time.
          const orders = [ready(2, 'same'), ready(3, 'Same'), ready(4), ready(5)];
          const id = await ledger.createBatch(BATCH, orders);
          const state = new Map<number, OrderState>(orders.map(({ row }) => [row, 'ready']));
          const sent = new Map<number, number>();
          const taken = (row: number): boolean =>
            ['sending', 'unconfirmed', 'created'].includes(state.get(row) ?? '');
          let changes = 0;
          for (const [row, to] of steps) {
            const from = state.get(row) ?? 'ready';
            const rival = row === 2 ? 3 : row === 3 ? 2 : 0;
            const facts = { at: NOON, cloudPbxId: `id-${row}`, skippedBecause: 'held' as const };
            if (!LEGAL.includes(`${from} > ${to}`)) {
              expect(await change(ledger, id, row, from, to)).toBe('illegal-transition');
              continue;
            }
            const result = await ledger.transition(id, row, from, to, facts);
            expect(result.ok).toBe(!(to === 'sending' && taken(rival)));
            if (!result.ok) continue;
            changes++;
            state.set(row, to);
            if (to === 'sending') sent.set(row, (sent.get(row) ?? 0) + 1);
          }
          for (const { row } of orders) {
            expect((await ledger.order(id, row))?.state).toBe(state.get(row));
            expect(await ledger.attempts(id, row)).toHaveLength(sent.get(row) ?? 0);
          }
          const counts = await ledger.counts(id);
          for (const each of ORDER_STATES)
            expect(counts[each]).toBe([...state.values()].filter((one) => one === each).length);
          expect(counts.held).toBe(counts.skipped);
          expect(await ledger.verifyChain()).toMatchObject({ ok: true, events: 1 + orders.length + changes });
          await ledger.close();
        },
      ),
      { numRuns: 20 },
    );
  });
});
