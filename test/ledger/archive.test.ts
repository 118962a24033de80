import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ledgerErrorMessage, LedgerError } from '../../app/ledger';
import { busyLedger, exportedLines, verified } from './audit-world';
import { BATCH, NOON, open, outcome, rawFile, ready, tempFolder } from './world';

const LATER = NOON + 86_400_000;

describe('archiving old runs', () => {
  it('moves values and answers of runs that are over into a file, and back, and loses nothing', async () => {
    const { dir, ledger, first, second } = await busyLedger();
    const before = { orders: await ledger.orders(first), attempts: await ledger.attempts(first, 2) };
    const file = path.join(dir, 'old runs.db');
    const archive = await ledger.archiveRuns({ before: LATER, file });
    expect(archive).toMatchObject({ file, runs: [first], sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await ledger.batch(first)).toMatchObject({ archived: { file, sha256: archive.sha256 } });
    expect(await ledger.batch(second)).toMatchObject({ archived: null });
    expect((await ledger.orders(first)).map(({ order }) => order)).toEqual([null, null, null, null, null]);
    expect(await ledger.attempts(first, 2)).toMatchObject([{ answer: { outcome: 'created', raw: null } }]);
    expect(await ledger.verifyChain()).toMatchObject({ ok: true });
    expect(await verified(await exportedLines(ledger))).toMatchObject({ ok: true, withheld: 9 });

    expect(await ledger.restoreArchive(file)).toEqual([first]);
    expect(await ledger.orders(first)).toEqual(before.orders);
    expect(await ledger.attempts(first, 2)).toEqual(before.attempts);
    expect(await ledger.batch(first)).toMatchObject({ archived: null });
    expect(await ledger.verifyChain()).toMatchObject({ ok: true });
    expect((await ledger.events()).map(({ kind }) => kind).slice(-3)).toEqual([
      'runs-archived',
      'audit-exported',
      'runs-restored',
    ]);
    expect(await outcome(ledger.restoreArchive(file))).toBe('not-its-archive');
  });

  it('keeps the promise: what an archived run created is not created again', async () => {
    const { dir, ledger, first } = await busyLedger();
    await ledger.archiveRuns({ before: LATER, file: path.join(dir, 'old.db') });
    expect(await ledger.alreadyMade(BATCH.connectionKey, ['PBX-2.example.com'])).toMatchObject([
      { cloudPbxId: '2001' },
    ]);
    const again = await ledger.createBatch(BATCH, [ready(2)]);
    expect(await ledger.transition(again, 2, 'ready', 'sending', { at: NOON })).toMatchObject({
      ok: false,
      conflict: { cloudPbxId: '2001' },
    });
    expect(await ledger.searchBatches({ text: 'müller' })).toMatchObject([{ id: first }]);
  });

  it('leaves runs that are open, young or not settled, and then writes no file', async () => {
    const { dir, ledger, first, second } = await busyLedger();
    const file = path.join(dir, 'old.db');
    expect(await ledger.archiveRuns({ before: NOON, file })).toMatchObject({ runs: [] });
    const unsettled = await ledger.createBatch(BATCH, [ready(2, 'x'), ready(3, 'y')]);
    await ledger.transition(unsettled, 2, 'ready', 'skipped', { at: NOON, skippedBecause: 'held' });
    await ledger.transition(unsettled, 3, 'ready', 'cancelled', { at: NOON });
    await ledger.setBatch(unsettled, { state: 'finished' });
    expect((await ledger.archiveRuns({ before: LATER, file })).runs).toEqual([first]);
    expect(await ledger.batch(second)).toMatchObject({ state: 'open', archived: null });
    expect(await ledger.archiveRuns({ before: LATER, file: path.join(dir, 'more.db') })).toMatchObject({
      runs: [],
    });
    expect(fs.readdirSync(dir).filter((name) => /more|partial/.test(name))).toEqual([]);
  });

  it('writes over nothing, and says what to do', async () => {
    const { dir, ledger } = await busyLedger();
    const file = path.join(dir, 'there.db');
    fs.writeFileSync(file, 'mine');
    const error = await ledger.archiveRuns({ before: LATER, file }).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'already-there' });
    expect(error instanceof LedgerError && ledgerErrorMessage(error)).toContain('is not written over');
    expect(fs.readFileSync(file, 'utf8')).toBe('mine');
    expect(await outcome(ledger.archiveRuns({ before: LATER, file: path.join(dir, 'no', 'a.db') }))).toBe(
      'not-saved',
    );
    expect(await ledger.verifyChain()).toMatchObject({ ok: true, events: 19 });
  });

  it('refuses an archive that was changed, or of another ledger', async () => {
    const { dir, ledger, first } = await busyLedger();
    const file = path.join(dir, 'old.db');
    await ledger.archiveRuns({ before: LATER, file });
    fs.cpSync(file, path.join(dir, 'copy.db'));
    rawFile(dir, 'copy.db').exec("update orders set order_json = '{}'");
    expect(await outcome(ledger.restoreArchive(path.join(dir, 'copy.db')))).toBe('not-its-archive');
    expect(await outcome(ledger.restoreArchive(path.join(dir, 'absent.db')))).toBe('not-its-archive');
    expect(await outcome((await open(tempFolder())).restoreArchive(file))).toBe('not-its-archive');
    expect(await ledger.restoreArchive(file)).toEqual([first]);
  });

  it('archives nothing that does not match its trail', async () => {
    const { dir, ledger, first } = await busyLedger();
    const db = rawFile(dir);
    db.exec('drop trigger orders_keep_values');
    db.exec("update orders set order_json = '{}' where row = 2");
    const file = path.join(dir, 'old.db');
    expect(await outcome(ledger.archiveRuns({ before: LATER, file }))).toBe('bad-archive');
    expect(await ledger.batch(first)).toMatchObject({ archived: null });
    expect((await ledger.orders(first)).some(({ order }) => order !== null)).toBe(true);
  });
});
