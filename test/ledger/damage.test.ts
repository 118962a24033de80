import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LedgerError, ledgerErrorMessage } from '../../app/ledger';
import { startChild } from './child/start-child';
import { BATCH, create, NOON, open, rawFile, ready, tempFolder } from './world';

const PAGE = 4096;

/** A closed ledger of one run with a created order, and the copy made before it was spoilt. */
async function closedLedger(): Promise<{
  dir: string;
  file: string;
  bytes: Buffer;
  backup: string;
  id: string;
}> {
  const dir = tempFolder();
  const ledger = await open(dir);
  const id = await ledger.createBatch(
    BATCH,
    Array.from({ length: 40 }, (_, row) => ready(row + 2)),
  );
  await create(ledger, id, 2, '4711');
  const backup = await ledger.backupNow();
  await ledger.close();
  const file = path.join(dir, 'ledger.db');
  return { dir, file, bytes: fs.readFileSync(file), backup, id };
}

async function opening(dir: string): Promise<LedgerError | null> {
  try {
    await (await open(dir)).close();
    return null;
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
}

/** Another folder with the same mark and backups, and these bytes as its ledger. */
function copyWith(dir: string, bytes: Buffer): string {
  const copy = tempFolder();
  fs.cpSync(dir, copy, { recursive: true });
  fs.rmSync(path.join(copy, 'ledger.db'));
  fs.writeFileSync(path.join(copy, 'ledger.db'), bytes);
  return copy;
}

const asideIn = (dir: string): string[] =>
  fs.readdirSync(dir).filter((name) => name.startsWith('ledger-damaged-'));

describe('a damaged ledger', () => {
  it('is set aside whole, with words that name it and the backup, which can be put back', async () => {
    const { dir, file, bytes, backup, id } = await closedLedger();
    const spoilt = Buffer.from(bytes);
    spoilt.fill(0x5a, 2 * PAGE, 3 * PAGE);
    fs.rmSync(file);
    fs.writeFileSync(file, spoilt);
    const error = await opening(dir);
    expect(error?.code).toBe('damaged');
    const setAside = error?.facts.setAside ?? '';
    expect(fs.readFileSync(setAside).equals(spoilt)).toBe(true);
    const told = error ? ledgerErrorMessage(error) : '';
    for (const part of [setAside, backup, file, 'nothing was sent']) expect(told).toContain(part);

    fs.copyFileSync(backup, file);
    const restored = await open(dir);
    expect(await restored.order(id, 2)).toMatchObject({ state: 'created', cloudPbxId: '4711' });
    expect(fs.existsSync(setAside)).toBe(true);
  });

  it('is found at whatever page it was cut off, and never written over', async () => {
    const { dir, bytes } = await closedLedger();
    for (let size = 0; size < bytes.length; size += PAGE) {
      for (const cut of [size, size + 1, size + PAGE / 2].filter((each) => each < bytes.length)) {
        const copy = copyWith(dir, bytes.subarray(0, cut));
        const error = await opening(copy);
        expect({ cut, code: error?.code }).toEqual({ cut, code: 'damaged' });
        expect(fs.readFileSync(error?.facts.setAside ?? '').equals(bytes.subarray(0, cut))).toBe(true);
        fs.rmSync(copy, { recursive: true });
      }
    }
  });

  it('is found when it is no database at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 2, maxLength: 20_000 }), async (bytes) => {
        const dir = tempFolder();
        fs.writeFileSync(path.join(dir, 'ledger.db'), bytes);
        expect((await opening(dir))?.code).toBe('damaged');
        expect(asideIn(dir)).toHaveLength(1);
      }),
      { numRuns: 20 },
    );
  });

  it('never passes for whole with other contents: random bytes anywhere are found at start or by the audit', async () => {
    const { dir, bytes, id } = await closedLedger();
    const used = bytes.length;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(used - 1),
        fc.uint8Array({ minLength: 1, maxLength: 64 }),
        async (at, noise) => {
          const spoilt = Buffer.from(bytes);
          Buffer.from(noise).copy(spoilt, at, 0, Math.min(noise.length, used - at));
          const copy = copyWith(dir, spoilt);
          const error = await opening(copy);
          if (error) {
            expect(['damaged', 'newer-version']).toContain(error.code);
            return;
          }
          const ledger = await open(copy);
          const check = await ledger.verifyChain();
          if (check.ok)
            expect(await ledger.order(id, 2)).toMatchObject({
              state: 'created',
              cloudPbxId: '4711',
              name: 'PBX pbx-2',
            });
          await ledger.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is one that lost a constraint or trigger', async () => {
    for (const thing of ['index orders_once', 'trigger orders_legal', 'trigger events_fixed']) {
      const { dir } = await closedLedger();
      const db = rawFile(dir);
      db.exec(`drop ${thing}`);
      db.close();
      expect((await opening(dir))?.code).toBe('damaged');
    }
  });

  it('is not one whose last write was torn: what was not yet recorded is gone, all else is there', async () => {
    const dir = tempFolder();
    const child = startChild(dir, 'work');
    await child.saying('created 12');
    const said = await child.kill();
    const last = said.filter((line) => line.startsWith('created')).length;
    const log = path.join(dir, 'ledger.db-wal');
    fs.appendFileSync(log, Buffer.alloc(3 * PAGE + 17, 0x5a));
    const ledger = await open(dir);
    const [batch] = await ledger.batches();
    expect((await ledger.orders(batch?.id ?? '', { states: ['created'] })).length).toBeGreaterThanOrEqual(
      last,
    );
    expect(await ledger.verifyChain()).toMatchObject({ ok: true });
  });

  it('is told from one that lost recorded changes: a log torn before its end', async () => {
    const dir = tempFolder();
    const child = startChild(dir, 'work');
    await child.saying('created 12');
    await child.kill();
    const log = path.join(dir, 'ledger.db-wal');
    fs.truncateSync(log, fs.statSync(log).size - 12 * PAGE);
    const ledger = await open(dir);
    expect(ledger.notices.join()).toMatch(/older than the one used last/);
    const [batch] = await ledger.batches();
    expect((await ledger.counts(batch?.id ?? '')).ready).toBe(0);
  });
});

describe('a ledger whose file is taken away while it is used', () => {
  it.each([
    ['removed', (file: string) => fs.rmSync(file)],
    ['removed with its log', (file: string) => ['', '-wal', '-shm'].forEach((end) => fs.rmSync(file + end))],
    ['removed with its folder', (file: string) => fs.rmSync(path.dirname(file), { recursive: true })],
    ['moved', (file: string) => fs.renameSync(file, `${file}.old`)],
  ])('%s: it stops, saves what it held in its place, and keeps the answer', async (_, take) => {
    const dir = path.join(tempFolder(), 'data');
    const ledger = await open(dir);
    const id = await ledger.createBatch(BATCH, [ready(2), ready(3)]);
    await create(ledger, id, 2, '2001');
    await ledger.transition(id, 3, 'ready', 'sending', { at: NOON });
    take(path.join(dir, 'ledger.db'));
    const answered = ledger.transition(id, 3, 'sending', 'created', { at: NOON, cloudPbxId: '3001' });
    await expect(answered).rejects.toMatchObject({ code: 'removed', facts: { answerKept: true } });
    await expect(ledger.createBatch(BATCH, [])).rejects.toMatchObject({ code: 'removed' });
    await ledger.close();
    const again = await open(dir);
    expect((await again.orders(id)).map(({ state, cloudPbxId }) => [state, cloudPbxId])).toEqual([
      ['created', '2001'],
      ['created', '3001'],
    ]);
    expect(await again.verifyChain()).toMatchObject({ ok: true });
  });

  it('in the very moment of a write: what went into the lost file does not count as recorded', async () => {
    const dir = tempFolder();
    const file = path.join(dir, 'ledger.db');
    let armed = false;
    // Who acts is asked while the change is being written.
    const operator = (): string => {
      if (armed) fs.rmSync(file);
      armed = false;
      return 'Ann';
    };
    const ledger = await open(dir, { operator });
    const id = await ledger.createBatch(BATCH, [ready(2)]);
    armed = true;
    const sending = ledger.transition(id, 2, 'ready', 'sending', { at: NOON });
    await expect(sending).rejects.toMatchObject({ code: 'removed' });
  });

  it('replaced: it stops before anything is sent, and saves what it held beside the other', async () => {
    const dir = tempFolder();
    const ledger = await open(dir);
    const id = await ledger.createBatch(BATCH, [ready(2)]);
    const file = path.join(dir, 'ledger.db');
    fs.rmSync(file);
    fs.writeFileSync(file, 'something else');
    const sending = ledger.transition(id, 2, 'ready', 'sending', { at: NOON });
    const error = await sending.catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: 'removed',
      facts: { setAside: expect.stringContaining('ledger-rescued-') },
    });
    expect(fs.readFileSync(file, 'utf8')).toBe('something else');
  });

  it('cut short, or its log cut: it stops', async () => {
    for (const end of ['', '-wal']) {
      const dir = tempFolder();
      const ledger = await open(dir);
      const id = await ledger.createBatch(
        BATCH,
        Array.from({ length: 6000 }, (_, row) => ready(row + 2)),
      );
      await create(ledger, id, 2);
      fs.truncateSync(path.join(dir, `ledger.db${end}`), PAGE);
      const sending = ledger.transition(id, 3, 'ready', 'sending', { at: NOON });
      await expect(sending).rejects.toMatchObject({ code: 'removed' });
    }
  });
});
