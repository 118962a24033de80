import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLedger, type Ledger } from '../../app/ledger';
import { isWholeFile } from '../../app/ledger/integrity';
import { busyLedger } from './audit-world';
import { startChild } from './child/start-child';
import { open, tempFolder } from './world';

/** Far more than any of it takes: an end of the loop that would otherwise go on for ever. */
const MOST_STEPS = 150;

/** All that is recorded of its runs, but for what archiving changes. */
async function recorded(ledger: Ledger): Promise<unknown> {
  const runs = [];
  for (const batch of await ledger.batches()) {
    const orders = await ledger.orders(batch.id);
    const attempts = await Promise.all(orders.map(({ row }) => ledger.attempts(batch.id, row)));
    const { archived: _archived, ...rest } = batch;
    runs.push({ ...rest, orders, attempts, decisions: await ledger.decisions(batch.id) });
  }
  return runs;
}

/** A ledger with runs that are over, closed, to be copied for each kill. */
async function begun(): Promise<{ base: string; before: unknown }> {
  const { dir, ledger } = await busyLedger();
  const before = await recorded(ledger);
  await ledger.close();
  return { base: dir, before };
}

/** Does a task in a process that is killed before its first step, its second, and so on until it gets through. */
async function killedAtEachStep(
  base: string,
  task: string,
  look: (ledger: Ledger, dir: string) => Promise<void>,
): Promise<number> {
  for (let step = 1; step < MOST_STEPS; step++) {
    const dir = path.join(tempFolder(), 'data');
    fs.cpSync(base, dir, { recursive: true });
    const said = await startChild(dir, task, undefined, String(step), path.join(dir, 'old.db')).ended;
    const ledger = await openLedger({
      dataDir: dir,
      now: Date.now,
      mode: 'write',
      operator: 'Ann Lee',
      osUser: 'ann',
    });
    try {
      expect([step, await ledger.verifyChain()]).toMatchObject([step, { ok: true }]);
      await look(ledger, dir);
    } finally {
      await ledger.close();
    }
    if (said.includes('done')) return step - 1;
    expect(said, 'killed, not refused').toEqual(['begun']);
  }
  throw new Error(`${task} takes more than ${MOST_STEPS} steps`);
}

describe('a process that is killed', () => {
  it('at any step of a backup: the ledger has everything, each copy is whole, and the next backup is made', async () => {
    const { base, before } = await begun();
    const steps = await killedAtEachStep(base, 'backup', async (ledger, dir) => {
      expect(await recorded(ledger)).toEqual(before);
      const backup = await ledger.backupNow();
      const names = fs.readdirSync(path.join(dir, 'backups'));
      expect(names).toContain(path.basename(backup));
      expect(names.filter((name) => !name.endsWith('.db'))).toEqual([]);
      for (const name of names) expect(isWholeFile(path.join(dir, 'backups', name))).toBe(true);
    });
    expect(steps).toBeGreaterThan(5);
  }, 60_000);

  it('in the middle of copying: half of a copy is never taken for one, and goes with the next', async () => {
    const { base } = await begun();
    const ledger = await open(base);
    const backup = await ledger.backupNow();
    const bytes = fs.readFileSync(backup);
    const folder = path.dirname(backup);
    for (const part of [0, 1, 4096, bytes.length - 1]) {
      const left = path.join(folder, 'ledger-20261101-120000.db.partial');
      fs.writeFileSync(left, bytes.subarray(0, part));
      fs.writeFileSync(`${left}-journal`, 'x');
      expect(await ledger.verifyChain()).toMatchObject({ ok: true });
      await ledger.backupNow();
      expect(fs.readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
    }
  });

  it('at any step of archiving: every value is in the ledger or in a whole archive that it knows', async () => {
    const { base, before } = await begun();
    let archived = 0;
    const steps = await killedAtEachStep(base, 'archive', async (ledger, dir) => {
      const file = path.join(dir, 'old.db');
      const [moved] = (await ledger.batches()).flatMap((batch) => batch.archived ?? []);
      if (moved) {
        archived++;
        expect((await ledger.restoreArchive(file)).length).toBe(1);
      }
      expect(await recorded(ledger)).toEqual(before);
      // And on it goes, under another name where that one is taken.
      const again = await ledger.archiveRuns({ before: Date.now(), file: path.join(dir, 'again.db') });
      expect(again.runs).toHaveLength(1);
      await ledger.restoreArchive(again.file);
      expect(await recorded(ledger)).toEqual(before);
      await ledger.backupNow();
    });
    expect([steps > 15, archived > 0]).toEqual([true, true]);
  }, 90_000);

  it('at any step of bringing an archive back: it can be brought back, and then all of it is there', async () => {
    const { base, before } = await begun();
    const ledger = await open(base);
    const file = path.join(base, 'old.db');
    await ledger.archiveRuns({ before: Date.now(), file });
    await ledger.close();
    const steps = await killedAtEachStep(base, 'restore', async (opened, dir) => {
      const [moved] = (await opened.batches()).flatMap((batch) => batch.archived ?? []);
      if (moved) await opened.restoreArchive(path.join(dir, 'old.db'));
      expect(await recorded(opened)).toEqual(before);
      expect(await opened.verifyChain()).toMatchObject({ ok: true });
    });
    expect(steps).toBeGreaterThan(10);
  }, 90_000);
});
