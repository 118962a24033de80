import { describe, expect, it } from 'vitest';
import { BATCH, create, NOON, open, rawFile, ready, send, tempFolder } from './world';

describe('a second order for the same URL', () => {
  it.each(['sending', 'unconfirmed', 'created'] as const)(
    'is not sent while one of another sheet is %s, whatever the letter case',
    async (state) => {
      const ledger = await open(tempFolder());
      const first = await ledger.createBatch(BATCH, [ready(2, 'berlin')]);
      const second = await ledger.createBatch({ ...BATCH, sha256: 'b'.repeat(64) }, [ready(9, 'BERLIN')]);
      if (state === 'created') await create(ledger, first, 2, '4711');
      else await send(ledger, first, 2);
      if (state === 'unconfirmed') await ledger.transition(first, 2, 'sending', 'unconfirmed', { at: NOON });

      expect(await ledger.transition(second, 9, 'ready', 'sending', { at: NOON })).toEqual({
        ok: false,
        conflict: {
          url: 'berlin.example.com',
          state,
          cloudPbxId: state === 'created' ? '4711' : null,
          sheet: 'november.xlsx',
          row: 2,
          at: NOON,
        },
      });
      expect((await ledger.order(second, 9))?.state).toBe('ready');
      expect(await ledger.attempts(second, 9)).toEqual([]);
      expect(
        await ledger.alreadyMade(BATCH.connectionKey, ['Berlin.Example.com', 'other.example.com']),
      ).toHaveLength(1);
    },
  );

  it('is sent on another connection, or when the first was rejected or surely did not leave', async () => {
    const ledger = await open(tempFolder());
    const first = await ledger.createBatch(BATCH, [ready(2, 'berlin'), ready(3, 'paris'), ready(4, 'rome')]);
    const elsewhere = await ledger.createBatch({ ...BATCH, connectionKey: 'other' }, [ready(2, 'berlin')]);
    const second = await ledger.createBatch(BATCH, [ready(2, 'paris'), ready(3, 'rome')]);
    await create(ledger, first, 2);
    await send(ledger, first, 3);
    await ledger.transition(first, 3, 'sending', 'rejected', { at: NOON });
    await send(ledger, first, 4);
    await ledger.transition(first, 4, 'sending', 'ready', { at: NOON });
    for (const [id, row] of [
      [elsewhere, 2],
      [second, 2],
      [second, 3],
    ] as const)
      expect(await ledger.transition(id, row, 'ready', 'sending', { at: NOON })).toEqual({ ok: true });
  });

  it.each(['sending', 'unconfirmed', 'created'] as const)(
    'is refused by the database even when the program did not look, while one is %s',
    async (state) => {
      const dir = tempFolder();
      const ledger = await open(dir);
      const first = await ledger.createBatch(BATCH, [ready(2, 'berlin')]);
      const second = await ledger.createBatch(BATCH, [ready(2, 'Berlin')]);
      if (state === 'created') await create(ledger, first, 2);
      else await send(ledger, first, 2);
      if (state === 'unconfirmed') await ledger.transition(first, 2, 'sending', 'unconfirmed', { at: NOON });
      const db = rawFile(dir);
      const force = db.prepare("update orders set state = 'sending' where batch_id = ?");
      expect(() => force.run(second)).toThrow(/UNIQUE constraint failed/);
      const rename = db.prepare("update orders set url = 'BERLIN.example.com' where batch_id = ?");
      expect(() => rename.run(second)).toThrow('never changes');
    },
  );

  it('knows whose PBX an id is', async () => {
    const ledger = await open(tempFolder());
    const id = await ledger.createBatch(BATCH, [ready(2)]);
    await create(ledger, id, 2, '4711');
    expect(await ledger.holderOf(BATCH.connectionKey, '4711')).toMatchObject({ row: 2, cloudPbxId: '4711' });
    expect(await ledger.holderOf('other', '4711')).toBeNull();
    expect(await ledger.holderOf(BATCH.connectionKey, '4712')).toBeNull();
  });

  it('is told apart from one that may be ours: attempts whose outcome was never known', async () => {
    const ledger = await open(tempFolder());
    const id = await ledger.createBatch(BATCH, [ready(2), ready(3)]);
    await send(ledger, id, 2);
    await ledger.transition(id, 2, 'sending', 'unconfirmed', { at: NOON });
    await create(ledger, id, 3);
    expect(await ledger.doubtfulAttempts(BATCH.connectionKey, 'PBX-2.example.com')).toHaveLength(1);
    expect(await ledger.doubtfulAttempts(BATCH.connectionKey, 'pbx-3.example.com')).toEqual([]);
  });
});
