import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LedgerError, ledgerErrorMessage, openLedger } from '../../app/ledger';
import { startChild } from './child/start-child';
import { answer, BATCH, create, NOON, open, outcome, rawFile, ready, send, tempFolder } from './world';

async function refusal(dataDir: string): Promise<LedgerError> {
  return open(dataDir).then(
    () => expect.unreachable('it opened'),
    (error: unknown) => (error instanceof LedgerError ? error : Promise.reject(error)),
  );
}

describe('one writer at a time', () => {
  it('holds in one process, with a sentence that says what to do, while others read', async () => {
    const dir = tempFolder();
    const ledger = await open(dir);
    const id = await ledger.createBatch(BATCH, [ready(2)]);
    const error = await refusal(dir);
    expect(error.code).toBe('locked');
    expect(ledgerErrorMessage(error)).toMatch(
      /Another PBX Orders is working with the ledger.*close it or wait/,
    );

    const reader = await open(dir, { mode: 'read' });
    await create(ledger, id, 2, '4711');
    expect(await reader.order(id, 2)).toMatchObject({ state: 'created', cloudPbxId: '4711' });
    expect(await outcome(reader.createBatch(BATCH, []))).toBe('read-only');
    await ledger.close();
    expect((await open(dir)).mode).toBe('write');
  });

  it('holds between processes, and ends with the process however it ends', async () => {
    const dir = tempFolder();
    const child = startChild(dir, 'hold');
    await child.saying('open');
    expect((await refusal(dir)).code).toBe('locked');
    const second = startChild(dir, 'hold');
    expect((await second.ended)[0]).toMatch(/^refused locked/);
    expect(await (await open(dir, { mode: 'read' })).batches()).toEqual([]);
    await child.kill();
    expect((await open(dir)).mode).toBe('write');
  });
});

describe('a process killed at work', () => {
  it('loses nothing it said was recorded, and its open order becomes unconfirmed', async () => {
    for (const until of ['created 2', 'sending 40', 'created 90']) {
      const dir = tempFolder();
      const child = startChild(dir, 'work');
      await child.saying(until);
      const reader = await open(dir, { mode: 'read' });
      expect((await reader.batches()).length).toBe(1);
      const said = await child.kill();
      const ledger = await open(dir);
      const [batch] = await ledger.batches();
      const rows = said
        .filter((line) => line.startsWith('created'))
        .map((line) => Number(line.split(' ')[1]));
      const created = await ledger.orders(batch?.id ?? '', { states: ['created'] });
      // The last answer may have been recorded just before it could be said.
      expect(created.length - rows.length).toBeOneOf([0, 1]);
      expect(created.map(({ row }) => row).slice(0, rows.length)).toEqual(rows);
      for (const { row, cloudPbxId } of created) expect(cloudPbxId).toBe(`id-${row}`);
      const counts = await ledger.counts(batch?.id ?? '');
      expect(counts.sending).toBe(0);
      if (counts.unconfirmed > 0)
        expect(ledger.notices).toEqual([
          expect.stringMatching(/^Orders that were being sent when PBX Orders last ended: 1\./),
        ]);
      expect(await ledger.verifyChain()).toMatchObject({ ok: true });
    }
  });

  it('left an order sending: it is unconfirmed at the next start, with an attempt that has no answer', async () => {
    const dir = tempFolder();
    const ledger = await open(dir);
    const id = await ledger.createBatch(BATCH, [ready(2)]);
    await send(ledger, id, 2);
    await ledger.close();
    const again = await open(dir);
    expect(again.notices).toEqual([
      'Orders that were being sent when PBX Orders last ended: 1. Reconcile them.',
    ]);
    expect(await again.order(id, 2)).toMatchObject({ state: 'unconfirmed' });
    expect(await again.attempts(id, 2)).toMatchObject([{ attempt: 1, answer: null }]);
    expect(await again.doubtfulAttempts(BATCH.connectionKey, 'pbx-2.example.com')).toHaveLength(1);
  });
});

describe('opening a ledger', () => {
  it('has every commit forced to the disk, in a write-ahead log', async () => {
    const dir = tempFolder();
    const ledger = await open(dir);
    expect(await ledger.settings()).toEqual({ journal: 'wal', synchronous: 'full', foreignKeys: true });
  });

  it('reads a folder that has none as an empty one, and changes nothing there', async () => {
    const dir = tempFolder();
    const reader = await open(dir, { mode: 'read' });
    expect(await reader.batches()).toEqual([]);
    expect(fs.readdirSync(dir)).toEqual([]);
  });

  it('refuses one of a newer version, untouched', async () => {
    const dir = tempFolder();
    await (await open(dir)).close();
    rawFile(dir).exec('pragma user_version = 99');
    expect((await refusal(dir)).code).toBe('newer-version');
    expect(
      await outcome(openLedger({ dataDir: dir, now: () => 0, mode: 'read', operator: '', osUser: '' })),
    ).toBe('newer-version');
    expect(fs.existsSync(path.join(dir, 'ledger.db'))).toBe(true);
  });

  it('reads one in a folder where nothing may be written, and says that it can not be written to', async () => {
    const dir = tempFolder();
    const ledger = await open(dir);
    const id = await ledger.createBatch(BATCH, [ready(2)]);
    await ledger.close();
    for (const end of ['-wal', '-shm']) fs.rmSync(path.join(dir, `ledger.db${end}`), { force: true });
    for (const name of fs.readdirSync(dir))
      fs.chmodSync(path.join(dir, name), name === 'backups' ? 0o555 : 0o444);
    fs.chmodSync(dir, 0o555);
    // Nothing is read-only to root.
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.('nobody');
    try {
      expect(await (await open(dir, { mode: 'read' })).batch(id)).toMatchObject({ id });
      expect((await refusal(dir)).code).toBe('not-writable');
    } finally {
      if (root) process.seteuid?.(0);
      fs.chmodSync(dir, 0o755);
    }
  });

  it('says what is wrong with a folder that is no folder', async () => {
    const file = path.join(tempFolder(), 'file');
    fs.writeFileSync(file, '');
    const error = await refusal(path.join(file, 'data'));
    expect(error.code).toBe('not-writable');
    expect(ledgerErrorMessage(error)).toContain("can't be written");
  });

  it('keeps the three newest copies of a day', async () => {
    const dir = tempFolder();
    const ledger = await open(dir);
    const made = [];
    for (let copy = 0; copy < 5; copy++) made.push(path.basename(await ledger.backupNow()));
    expect(fs.readdirSync(path.join(dir, 'backups')).sort()).toEqual(made.slice(2));
  });

  it('makes a dated copy a day, and keeps the newest, one a day for two weeks and one a month for a year', async () => {
    const dir = tempFolder();
    const DAY = 86_400_000;
    for (let day = 0; day < 60; day++) {
      const at = NOON + day * DAY + 1;
      for (const hour of [0, 1]) await (await open(dir, { now: () => at + hour * 3600_000 })).close();
    }
    const names = fs.readdirSync(path.join(dir, 'backups')).sort().reverse();
    expect(names[0]).toBe('ledger-20270122-120000.db');
    expect(
      names
        .slice(0, 14)
        .every((name, age) =>
          name.includes(new Date(NOON + (59 - age) * DAY).toISOString().slice(0, 10).replaceAll('-', '')),
        ),
    ).toBe(true);
    expect(names.slice(14)).toEqual(['ledger-20261231-120000.db', 'ledger-20261130-120000.db']);
  });
});

describe('a ledger that is not the one used last', () => {
  it('is noticed when another with as long a history took its place', async () => {
    const [dir, elsewhere] = [tempFolder(), tempFolder()];
    for (const [folder, operator] of [
      [dir, 'Ann'],
      [elsewhere, 'Bob'],
    ] as const) {
      const ledger = await open(folder, { operator });
      await ledger.createBatch(BATCH, [ready(2), ready(3)]);
      await ledger.close();
    }
    fs.rmSync(path.join(dir, 'ledger.db'));
    fs.copyFileSync(path.join(elsewhere, 'ledger.db'), path.join(dir, 'ledger.db'));
    const replaced = await open(dir);
    expect(replaced.notices.join()).toMatch(/2 orders that may have been sent since are unconfirmed/);
  });

  it('is noticed when a backup was put back: what may have been sent since becomes unconfirmed', async () => {
    const dir = tempFolder();
    const ledger = await open(dir);
    const id = await ledger.createBatch(BATCH, [ready(2), ready(3), ready(4)]);
    await create(ledger, id, 2, '2001');
    const backup = await ledger.backupNow();
    await create(ledger, id, 3, '3001');
    // A copy of what is about to be lost: later it differs from the trail, for a reason the trail tells.
    await ledger.backupNow();
    await ledger.close();
    for (const end of ['', '-wal', '-shm']) fs.rmSync(path.join(dir, `ledger.db${end}`), { force: true });
    fs.copyFileSync(backup, path.join(dir, 'ledger.db'));

    const restored = await open(dir);
    expect(restored.notices.join()).toMatch(
      /older than the one used last.*2 orders that may have been sent.*reconcile/,
    );
    expect((await restored.orders(id)).map(({ state }) => state)).toEqual([
      'created',
      'unconfirmed',
      'unconfirmed',
    ]);
    expect(await restored.attempts(id, 3)).toMatchObject([{ answer: null }]);
    expect(await restored.events({ kind: 'history-lost' })).toHaveLength(1);
    expect(await restored.verifyChain()).toMatchObject({ ok: true });
    await restored.close();
    expect((await open(dir)).notices).toEqual([]);
  });

  it('is noticed when its write-ahead log was lost', async () => {
    const dir = tempFolder();
    const child = startChild(dir, 'work');
    await child.saying('created 30');
    await child.kill();
    fs.rmSync(path.join(dir, 'ledger.db-wal'));
    const left = fs.statSync(path.join(dir, 'ledger.db')).size;
    const ledger = await open(dir).catch((error: unknown) => error);
    // Either the file without its log is whole but older, or it isn't whole: never is it taken for the latest.
    if (ledger instanceof LedgerError) expect(ledger.code).toBe('damaged');
    else expect((ledger as Awaited<ReturnType<typeof open>>).notices.join()).toMatch(/older than|was lost/);
    expect(left).toBeGreaterThan(0);
  });

  it('is missed when it is gone: said once with the backup, then a new one may begin', async () => {
    const dir = tempFolder();
    const ledger = await open(dir);
    const id = await ledger.createBatch(BATCH, [ready(2)]);
    await create(ledger, id, 2);
    const backup = await ledger.backupNow();
    await ledger.close();
    fs.rmSync(path.join(dir, 'ledger.db'));
    const error = await refusal(dir);
    expect(error).toMatchObject({ code: 'missing', facts: { backup } });
    expect(ledgerErrorMessage(error)).toContain(`copy it to ${path.join(dir, 'ledger.db')}`);
    const fresh = await open(dir);
    expect(fresh.notices.join()).toMatch(/A new ledger was begun.*compare your sheets with the account/);
    expect(await fresh.events({ kind: 'history-lost' })).toHaveLength(1);
  });

  it.each([
    ['and the note beside it says so', () => {}],
    ['and the note is gone, too', (dir: string) => fs.rmSync(path.join(dir, 'ledger.head'))],
  ])('adopts an answer that was kept aside even where the ledger fell behind, %s', async (_, spoil) => {
    const dir = tempFolder();
    const ledger = await open(dir);
    const id = await ledger.createBatch(BATCH, [ready(2)]);
    const backup = await ledger.backupNow();
    await send(ledger, id, 2);
    fs.rmSync(path.join(dir, 'ledger.db'));
    const facts = { at: NOON, cloudPbxId: '4711', answer: answer('created') };
    await expect(ledger.transition(id, 2, 'sending', 'created', facts)).rejects.toMatchObject({
      code: 'removed',
    });
    await ledger.close();
    fs.rmSync(path.join(dir, 'ledger.db'));
    fs.copyFileSync(backup, path.join(dir, 'ledger.db'));
    spoil(dir);
    expect(await (await open(dir)).order(id, 2)).toMatchObject({ state: 'created', cloudPbxId: '4711' });
  });
});
